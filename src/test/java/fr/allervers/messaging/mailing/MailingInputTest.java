package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static fr.allervers.messaging.mailing.Orders.forList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.messaging.Channel;
import fr.allervers.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What cannot be sent is told before anything leaves. */
class MailingInputTest extends AbstractMailingsTest {

    @Test
    void whatCannotBeFilledInOrReachedIsSaidBeforeAnythingLeaves() {
        refused(
                "template.error.unknown-field",
                () -> mailings.draft(
                        forBuilding(lilas.buildingId).saying("Bonjour {prenon}").order()));
        refused(
                "mailing.error.details",
                () -> send(forBuilding(lilas.buildingId).withoutDetails()));
        refused(
                "mailing.error.sender.generic",
                () -> send(forBuilding(lilas.buildingId).from("INFO")));
        refused(
                "mailing.error.emergency",
                () -> send(forBuilding(lilas.buildingId).informative().urgentBecause("vite")));
        refused(
                "mailing.error.text.SMS",
                () -> send(forBuilding(lilas.buildingId).saying("")));
        refused("mailing.error.audience", () -> send(forBuilding(Long.MAX_VALUE)));
        refused("mailing.error.audience", () -> send(forList(" \n ")));
        jdbc.sql("update phone set dead = true where e164 = ?")
                .param(lilas.first().mobile())
                .update();
        refused("mailing.error.nobody", () -> send(forBuilding(lilas.buildingId).by(Channel.SMS)));
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
    }

    @Test
    void aPastedListNamesItsBadLinesAndWritesToTheOthers() {
        var stranger = Residence.mobile();
        var code = jdbc.sql("select code from household where id = ?")
                .param(lilas.household(Residence.mobile(), null, "fr", 1))
                .query(String.class)
                .single();
        var list = String.join(
                "\r\n",
                lilas.first().mobile(),
                "0" + stranger.substring(3),
                "",
                code.toLowerCase(),
                "NOSUCH",
                "01 99 00 10 10",
                "+44 7700 900123",
                "06 12",
                stranger);
        var order = forList(list).by(Channel.SMS).saying("Bonjour");
        var preview = previews.of(order.order());
        assertThat(preview.bad())
                .extracting(PastedList.BadLine::number, PastedList.BadLine::fault)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(5, PastedList.BadLine.Fault.UNKNOWN_CODE),
                        org.assertj.core.groups.Tuple.tuple(6, PastedList.BadLine.Fault.LANDLINE),
                        org.assertj.core.groups.Tuple.tuple(7, PastedList.BadLine.Fault.FOREIGN_NUMBER),
                        org.assertj.core.groups.Tuple.tuple(8, PastedList.BadLine.Fault.NOT_READ));
        assertThat(preview.messages()).isEqualTo(3);
        assertThat(preview.outsideRegister()).isEqualTo(1);
        var id = send(order);
        run();
        assertThat(centre.to(stranger)).hasSize(1);
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(reports.totals(id).sent()).isEqualTo(3);
        refused(
                "mailing.error.strangers",
                () -> send(forList(stranger).by(Channel.SMS).saying("Bonjour {nom}")));
    }

    @Test
    void anotherAgencysBuildingIsNotWrittenTo() {
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        refused("mailing.error.audience", () -> send(forBuilding(lilas.buildingId)));
        people.signIn(people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR));
        var id = send(forBuilding(lilas.buildingId));
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        assertThatThrownBy(() -> mailings.read(id)).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(lilas.agencyId(), Role.CALLER));
        assertThatThrownBy(() -> send(forBuilding(lilas.buildingId))).isInstanceOf(AccessDeniedException.class);
    }
}
