package fr.allervers.outreach.campaign;

/**
 * What one transaction of a launch did.
 *
 * @param started households whose case was started, 0 when none was left
 */
public record LaunchChunk(int started) {

    public boolean isEmpty() {
        return started == 0;
    }
}
