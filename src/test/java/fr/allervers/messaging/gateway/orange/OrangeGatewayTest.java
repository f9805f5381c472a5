package fr.allervers.messaging.gateway.orange;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.gateway.SmsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrangeGatewayTest {

    private static final String DIFFUSIONS = "/api/v1.2/groups/g1/diffusion-requests";

    private final WireMockServer http = new WireMockServer(options().dynamicPort());
    private ContactEveryone service;
    private OrangeGateway gateway;

    @BeforeEach
    void start() {
        http.start();
        http.stubFor(post(urlPathEqualTo("/api/v1.2/oauth/token"))
                .withRequestBody(containing("username=bailleur"))
                .willReturn(okJson("{\"access_token\":\"first\",\"ttl\":3600}")));
        http.stubFor(get(urlPathEqualTo("/api/v1.2/groups")).willReturn(okJson("[{\"id\":\"g1\",\"name\":\"Tous\"}]")));
        open(http.port());
    }

    private void open(int port) {
        var orange = new SmsSettings.Orange(
                URI.create("http://localhost:" + port + "/api/v1.2"),
                "bailleur",
                "secret",
                null,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1));
        service = new ContactEveryone(orange);
        gateway = new OrangeGateway(new SmsSettings(SmsSettings.Choice.ORANGE, 0, "Bailleur", null, orange), service);
    }

    @AfterEach
    void stop() {
        http.stop();
    }

    private void diffusionsAnswer(ResponseDefinitionBuilder answer) {
        http.stubFor(post(urlPathEqualTo(DIFFUSIONS)).willReturn(answer));
    }

    private Answer send(String text, @Nullable String sender) {
        return gateway.send(new Parcel(7, "+33639980012", null, text, sender, false, Set.of()));
    }

    @Test
    void aMessageIsOneDiffusionToOneNumber() {
        diffusionsAnswer(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"id\":\"d9\"}"));
        var answer = send("Coupure d'eau", "Agence");
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(answer.parts()).containsExactly(new Answer.Part(1, "orange:d9"));
        send("À bientôt", null);
        http.verify(postRequestedFor(urlPathEqualTo(DIFFUSIONS))
                .withHeader("Authorization", equalTo("Bearer first"))
                .withRequestBody(equalToJson("""
                        {"name":"allervers-7","msisdns":["+33639980012"],"smsParam":{"encoding":"GSM7","body":"Coupure d'eau","senderName":"Agence"}}
                        """)));
        http.verify(postRequestedFor(urlPathEqualTo(DIFFUSIONS)).withRequestBody(containing("UNICODE")));
        http.verify(1, postRequestedFor(urlPathEqualTo("/api/v1.2/oauth/token")));
    }

    @Test
    void aTokenThatIsNoLongerTakenIsRenewedAndTheCallIsMadeOnceMore() {
        http.stubFor(post(urlPathEqualTo(DIFFUSIONS))
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("expired"));
        http.stubFor(post(urlPathEqualTo(DIFFUSIONS))
                .inScenario("token")
                .whenScenarioStateIs("expired")
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"id\":\"d1\"}")));
        assertThat(send("Bonjour", null).verdict()).isEqualTo(Verdict.ACCEPTED);
        http.verify(2, postRequestedFor(urlPathEqualTo("/api/v1.2/oauth/token")));
        http.verify(2, postRequestedFor(urlPathEqualTo(DIFFUSIONS)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "400, REFUSED",
        "401, NOT_SENT",
        "403, NOT_SENT",
        "429, TOO_FAST",
        "500, UNKNOWN",
        "502, UNKNOWN",
        "503, TRY_LATER"
    })
    void theStatusDecides(int status, Verdict verdict) {
        diffusionsAnswer(aResponse().withStatus(status));
        assertThat(send("Bonjour", null).verdict()).isEqualTo(verdict);
    }

    @Test
    void silenceAndABrokenConnectionAreUnknownAndNothingIsSentAgain() {
        diffusionsAnswer(aResponse().withStatus(201).withFixedDelay(4_000));
        assertThat(send("Bonjour", null).verdict()).isEqualTo(Verdict.UNKNOWN);
        http.verify(1, postRequestedFor(urlPathEqualTo(DIFFUSIONS)));
        diffusionsAnswer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(send("Bonjour", null).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutAConnectionNothingHasLeft() {
        diffusionsAnswer(aResponse().withStatus(201));
        send("Bonjour", null);
        http.stop();
        assertThat(send("Bonjour", null).verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(gateway.status().ready()).isFalse();
    }

    @Test
    void repliesAreFetchedAndBrokenOnesLeftAside() {
        http.stubFor(get(urlPathEqualTo("/api/v1.2/smsplus")).willReturn(okJson("""
                [{"id":"r1","msisdn":"33639980012","body":"STOP"},{"id":"r2"},{"id":"r3","msisdn":"+33639980013","body":"Merci"}]
                """)));
        var replies = new ArrayList<Incoming>();
        new OrangeReplies(service, new FromNetwork() {
                    @Override
                    public CompletableFuture<Void> receipt(Receipt receipt) {
                        return CompletableFuture.completedFuture(null);
                    }

                    @Override
                    public void reply(Incoming message) {
                        replies.add(message);
                    }
                })
                .fetch();
        assertThat(replies)
                .containsExactly(
                        new Incoming("+33639980012", "STOP", "orange:r1", true),
                        new Incoming("+33639980013", "Merci", "orange:r3", true));
    }
}
