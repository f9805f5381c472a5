package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.shared.web.UserError;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing from a distance: link, birth date, code. */
class PlanSignatureTest extends AbstractArrearsTest {

    private static final Pattern LINK = Pattern.compile("/l/([A-Za-z0-9_-]+)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @Autowired
    RepaymentPlans plans;

    @Autowired
    PlanSignature signature;

    private long planId;

    @BeforeEach
    void aPlanIsOffered() {
        planId = plans.draft(caseId, new PlanTerms(50_000, 0, null, 10_000, YearMonth.of(2026, 12), 10), false);
        plans.offer(planId);
        people.signOut();
    }

    private String lastMessage() {
        return jdbc.sql(
                        "select body from outbox_message where case_kind = 'repayment-plan' and case_id = ? order by id desc limit 1")
                .param(planId)
                .query(String.class)
                .single();
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private String code() {
        signature.sendCode(planId);
        return found(CODE, lastMessage());
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void theHouseholdSignsByLinkBirthDateAndCode() throws Exception {
        var token = found(LINK, lastMessage());
        var asked = mvc.perform(get("/l/" + token + "/plan"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(asked).doesNotContain("100,00");
        var proof = mvc.perform(post("/l/" + token + "/verification")
                        .param("_csrf", found(CSRF, asked))
                        .param("naissance", "1942-03-01"))
                .andReturn()
                .getResponse();
        Cookie cookie = Objects.requireNonNull(proof.getCookie("preuve"));
        var page = mvc.perform(get("/l/" + token + "/plan").cookie(cookie))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("100,00");
        var csrf = found(CSRF, page);
        mvc.perform(post("/l/" + token + "/plan/code").cookie(cookie).param("_csrf", csrf))
                .andExpect(status().isOk());
        var code = found(CODE, lastMessage());
        mvc.perform(post("/l/" + token + "/plan")
                        .cookie(cookie)
                        .param("_csrf", csrf)
                        .param("code", other(code)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/l/" + token + "/plan")
                        .cookie(cookie)
                        .param("_csrf", csrf)
                        .param("code", code))
                .andExpect(status().isOk());
        var plan = signature.plan(planId);
        assertThat(plan.status()).isEqualTo(PlanStatus.SIGNED);
        assertThat(plan.signedHow()).isEqualTo(SignedHow.LINK);
        assertThat(runs(RepaymentPlans.KIND, planId)).isTrue();
    }

    @Test
    void aCodeIsGoodOnceForTenMinutesAndFiveTries() {
        var first = code();
        assertThat(signature.isCode(planId, first)).isTrue();
        assertThat(signature.isCode(planId, first)).isFalse();

        var second = code();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(signature.isCode(planId, other(second))).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(signature.isCode(planId, second)).isFalse();

        var third = code();
        for (var wrong = 0; wrong < 5; wrong++) {
            assertThat(signature.isCode(planId, other(third))).isFalse();
        }
        assertThat(signature.isCode(planId, third)).isFalse();
    }

    @Test
    void aNewCodeVoidsTheOneBeforeAndThereAreFiveADay() {
        var first = code();
        var second = code();
        if (!first.equals(second)) {
            assertThat(signature.isCode(planId, first)).isFalse();
        }
        code();
        code();
        code();
        assertThatThrownBy(() -> signature.sendCode(planId)).isInstanceOf(UserError.class);
        assertThat(signature.isBirthDate(planId, java.time.LocalDate.of(1942, 3, 1)))
                .isTrue();
        assertThat(signature.isBirthDate(planId, java.time.LocalDate.of(1942, 3, 2)))
                .isFalse();
    }

    @Test
    void aPlanThatWasGivenUpIsNotSigned() {
        people.signIn(officer);
        plans.cancel(planId);
        people.signOut();
        assertThatThrownBy(() -> signature.sendCode(planId)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> signature.isCode(planId, "123456")).isInstanceOf(UserError.class);
    }
}
