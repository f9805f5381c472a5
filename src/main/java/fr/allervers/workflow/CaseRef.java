package fr.allervers.workflow;

/**
 * One case: a process and the id of what it is about.
 *
 * @param kind the process's id, for example "household-call"
 * @param id the case's id in its module, the engine's business key
 */
public record CaseRef(String kind, long id) {
    String businessKey() {
        return Long.toString(id);
    }
}
