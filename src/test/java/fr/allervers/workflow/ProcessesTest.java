package fr.allervers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the diagrams name exists, and what every user task must have is there. */
class ProcessesTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");

    /** The module that owns each process: its beans, and no other's, stand in the diagram. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("appointment", "fr.allervers.arrears.appointment"),
            Map.entry("call-campaign", "fr.allervers.outreach.campaign"),
            Map.entry("household-call", "fr.allervers.outreach.calling"),
            Map.entry("partner-referral", "fr.allervers.outreach.followup"),
            Map.entry("field-check", "fr.allervers.outreach.followup"),
            Map.entry("social-follow-up", "fr.allervers.outreach.followup"),
            Map.entry("regular-calls", "fr.allervers.outreach.followup"),
            Map.entry("allocation-session", "fr.allervers.allocation.session"),
            Map.entry("allocation-item", "fr.allervers.allocation.ballot"),
            Map.entry("mass-message", "fr.allervers.messaging.mailing"),
            Map.entry("figure-alert", "fr.allervers.kpi.alert"),
            Map.entry("message-reply", "fr.allervers.messaging.replies"),
            Map.entry("repayment-plan", "fr.allervers.arrears.plan"),
            Map.entry("aid-request", "fr.allervers.arrears.social"),
            Map.entry("relief-measure", "fr.allervers.arrears.social"),
            Map.entry("legal-deadline", "fr.allervers.arrears.legal"),
            Map.entry("allocation-offer", "fr.allervers.allocation.outcome"),
            Map.entry("inadmissible-removal", "fr.allervers.allocation.outcome"),
            Map.entry("declarative-inventory", "fr.allervers.inventory.course"),
            Map.entry("urgent-allocation", "fr.allervers.allocation.urgent"),
            Map.entry("temporary-occupancy", "fr.allervers.allocation.urgent"),
            Map.entry("unpaid-rent-prevention", "fr.allervers.arrears.prevention"));

    /** Done on a page of its own; its lateness is escalated once per wave, not by thousands of equal timers. */
    private static final Set<String> OWN_PAGE = Set.of("call-household");

    private static final Pattern CALL = Pattern.compile("([A-Za-z]\\w*)\\.(\\w+)\\(execution\\.processBusinessKey\\)");
    private static final Pattern ANY_CALL = Pattern.compile("[$#]\\{[^}]*?([A-Za-z]\\w*)\\.(\\w+)\\(");

    @TestFactory
    Stream<DynamicTest> everyProcessNamesOnlyWhatExists() throws IOException {
        return files(PROCESSES, ".bpmn").map(file -> DynamicTest.dynamicTest(idOf(file), () -> referencesExist(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyUserTaskSaysWhatByWhomUntilWhen() throws IOException {
        return files(PROCESSES, ".bpmn").flatMap(file -> model(file).getModelElementsByType(UserTask.class).stream()
                .map(task -> DynamicTest.dynamicTest(idOf(file) + ": " + task.getId(), () -> complete(task))));
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsOneThatWeDrawAndCheck() throws IOException {
        var reader = new FormReader(new ObjectMapper());
        return files(FORMS, ".form")
                .map(file -> DynamicTest.dynamicTest(idOf(file), () -> {
                    try (var content = Files.newInputStream(file)) {
                        var schema = reader.read(content);
                        assertThat(schema.id()).isEqualTo(idOf(file));
                        assertThat(schema.fields()).isNotEmpty();
                    }
                }));
    }

    @Test
    void everyDecisionIsForgottenInTimeAndFoundByItsFile() throws IOException {
        files(PROCESSES, ".dmn")
                .forEach(file -> assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
                        .as(file.toString())
                        .allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString())
                                .isNotBlank())
                        .anySatisfy(decision -> assertThat(decision.getId()).isEqualTo(idOf(file))));
    }

    private void referencesExist(Path file) throws IOException {
        var model = model(file);
        var process = model.getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(idOf(file));
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        for (var task : model.getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(PROCESSES.resolve(task.getCamundaDecisionRef() + ".dmn")).exists();
        }
        for (var task : model.getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaExpression()).as(task.getId()).matches("\\$\\{" + CALL + "}");
        }
        var xml = Files.readString(file);
        var calls = ANY_CALL.matcher(xml);
        while (calls.find()) {
            assertThat(xml.startsWith("execution.processBusinessKey)", calls.end()))
                    .as(calls.group())
                    .isTrue();
            callExists(process.getId(), calls.group(1), calls.group(2));
        }
        var code = code();
        for (var message : model.getModelElementsByType(Message.class)) {
            assertThat(code).as("who sends " + message.getName()).contains('"' + message.getName() + '"');
        }
    }

    private void callExists(String process, String bean, String method) {
        var steps = steps().get(bean);
        assertThat(steps).as("bean " + bean).isNotNull();
        assertThat(steps.getPackageName()).as(bean + " in " + process).isEqualTo(OWNERS.get(process));
        assertThat(Arrays.stream(steps.getMethods())
                        .filter(candidate -> candidate.getName().equals(method))
                        .map(candidate -> List.of(candidate.getParameterTypes())))
                .as(bean + "." + method)
                .contains(List.of(long.class));
    }

    private void complete(UserTask task) {
        assertThat(task.getName()).as("name").isNotBlank();
        assertThat(task.getCamundaCandidateGroups())
                .as("candidate group: one of ours, or a step that chooses it")
                .matches(Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining("|")) + "|\\$\\{"
                        + CALL + "}");
        assertThat(task.getCamundaDueDate()).as("due date").matches("\\$\\{" + CALL + "}");
        if (OWN_PAGE.contains(task.getId())) {
            return;
        }
        assertThat(task.getCamundaFormRef()).as("form").isNotBlank();
        assertThat(FORMS.resolve(task.getCamundaFormRef() + ".form")).exists();
        assertThat(isEscalated(task) || isEscalation(task)).as("escalation").isTrue();
    }

    private static boolean isEscalated(UserTask task) {
        return timersOf(task).findAny().isPresent();
    }

    /** Whether the task is where a lateness leads: the last step may have nobody above it. */
    private static boolean isEscalation(UserTask task) {
        return task.getModelInstance().getModelElementsByType(UserTask.class).stream()
                .flatMap(ProcessesTest::timersOf)
                .anyMatch(timer -> leadsTo(timer, task));
    }

    private static Stream<BoundaryEvent> timersOf(UserTask task) {
        return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task) && !event.cancelActivity())
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance));
    }

    private static boolean leadsTo(FlowNode from, UserTask task) {
        return from.getSucceedingNodes().list().stream()
                .anyMatch(next -> next.equals(task) || (next instanceof ServiceTask && leadsTo(next, task)));
    }

    private static Map<String, Class<?>> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        var steps = new TreeMap<String, Class<?>>();
        for (var bean : scanner.findCandidateComponents("fr.allervers")) {
            try {
                var type = Class.forName(bean.getBeanClassName());
                steps.put(type.getAnnotation(ProcessSteps.class).value(), type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return steps;
    }

    private static String code() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProcessesTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String idOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
