package fr.allervers.arrears.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which instalments are paid by what came in. Money first covers the rent that is due on the day on which it comes, then
 * instalments, oldest first; what covers an instalment stays there when the next rent is charged. So a new rent is no breach,
 * and a payment before its day counts ahead.
 */
final class Allocation {

    private Allocation() {}

    /**
     * A movement since the debt was read.
     *
     * @param cents above zero for {@link What#RENT}; above zero, too, for money that came in, below for money taken back
     */
    record Movement(LocalDate on, What what, long cents) {}

    /** What a movement is for a plan. */
    enum What {
        /** Rent and charges of a month. */
        RENT,
        /** Housing aid: it lowers the rent, and stays for the next one when it exceeds it. */
        AID,
        /** Money of the household, or a credit. */
        MONEY
    }

    /**
     * An instalment and what has come in for it.
     *
     * @param paidCents 0 to its amount
     */
    record Paid(Instalment instalment, long paidCents) {

        long missingCents() {
            return instalment.cents() - paidCents;
        }

        boolean isWhole() {
            return missingCents() == 0;
        }
    }

    /**
     * @param instalments in their order
     * @param movements oldest first; on one day charges before money
     */
    static List<Paid> allocate(List<Instalment> instalments, List<Movement> movements) {
        long rentDue = 0;
        long money = 0;
        for (var movement : movements) {
            switch (movement.what()) {
                case RENT -> rentDue += movement.cents();
                case AID -> rentDue -= movement.cents();
                case MONEY -> {
                    if (movement.cents() >= 0) {
                        var toRent = Math.min(movement.cents(), Math.max(0, rentDue));
                        rentDue -= toRent;
                        money += movement.cents() - toRent;
                    } else {
                        var fromInstalments = Math.min(money, -movement.cents());
                        money -= fromInstalments;
                        rentDue += -movement.cents() - fromInstalments;
                    }
                }
            }
        }
        return spread(instalments, money);
    }

    private static List<Paid> spread(List<Instalment> instalments, long money) {
        var paid = new ArrayList<Paid>();
        var left = money;
        for (var instalment : instalments) {
            var part = Math.min(left, instalment.cents());
            paid.add(new Paid(instalment, part));
            left -= part;
        }
        return paid;
    }
}
