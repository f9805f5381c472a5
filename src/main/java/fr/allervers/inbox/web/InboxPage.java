package fr.allervers.inbox.web;

import fr.allervers.inbox.CaseKinds;
import fr.allervers.inbox.Inbox;
import fr.allervers.inbox.InboxSignals;
import fr.allervers.inbox.SavedViews;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.Agencies;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the list shows, in a fixed number of queries. */
@Component
class InboxPage {

    static final int SIZE = 20;

    private final Inbox inbox;
    private final CaseKinds kinds;
    private final SavedViews views;
    private final InboxSignals signals;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    InboxPage(
            Inbox inbox,
            CaseKinds kinds,
            SavedViews views,
            InboxSignals signals,
            Agencies agencies,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inbox = inbox;
        this.kinds = kinds;
        this.views = views;
        this.signals = signals;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    void fill(Model model, InboxAddress address) {
        var reader = currentStaff.require();
        var tasks = inbox.page(address.filter(), address.after(), SIZE);
        model.addAttribute(
                "tasks",
                tasks.items().stream().map(item -> ListedTask.of(item, clock)).toList());
        model.addAttribute("next", tasks.next());
        model.addAttribute("count", bounded(inbox.count(address.filter())));
        model.addAttribute("lateCount", bounded(inbox.count(address.filter().onlyLate())));
        model.addAttribute("kinds", kinds.keys());
        model.addAttribute(
                "agencies",
                agencies.all().stream()
                        .filter(agency -> reader.worksFor(agency.id()))
                        .toList());
        model.addAttribute("views", views.mine(InboxAddress.PATH));
        model.addAttribute("serial", InboxSignals.serialOf(reader, signals.read()));
        model.addAttribute("leads", reader.isAny(Role.SUPERVISOR, Role.DIRECTOR));
    }

    /** The page, or the part of it that a script asked for. */
    String view(@Nullable String target) {
        return "inbox".equals(target) ? "inbox/page :: swapped" : "inbox/page";
    }

    static String bounded(int count) {
        return count >= Inbox.COUNTED ? Inbox.COUNTED - 1 + "+" : Integer.toString(count);
    }
}
