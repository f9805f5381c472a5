package fr.allervers.inventory.photo;

/** A file that is not taken, and why. */
class RefusedPhoto extends Exception {

    private static final long serialVersionUID = 1L;

    private final PhotoRefusal refusal;

    RefusedPhoto(PhotoRefusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    PhotoRefusal refusal() {
        return refusal;
    }
}
