package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import org.jsmpp.SMPPConstant;

/** What follows from the centre's refusal of a submit: only two say "not now". */
final class Refusals {

    private Refusals() {}

    static Answer of(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED -> Answer.of(Verdict.TOO_FAST, "Le centre demande de ralentir");
            case SMPPConstant.STAT_ESME_RMSGQFUL -> Answer.of(Verdict.TRY_LATER, "La file du centre est pleine");
            case SMPPConstant.STAT_ESME_RINVDSTADR -> Answer.noSuchNumber("Numéro refusé par le centre");
            case SMPPConstant.STAT_ESME_RINVSRCADR ->
                Answer.of(Verdict.REFUSED, "Nom d’expéditeur refusé par le centre");
            default -> Answer.of(Verdict.REFUSED, "Refusé par le centre (code 0x%08X)".formatted(status));
        };
    }
}
