package fr.allervers.kpi.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.kpi.figure.ProcessMaps.ProcessMap;
import fr.allervers.kpi.figure.StepRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What stands on the steps of a map: numbers, so that colour only underlines. */
@Component
class MapBadges {

    private final FigureWords words;
    private final ObjectMapper json;

    MapBadges(FigureWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** « 12 à faire · 3 h », by step. */
    String counts(ProcessMap map) {
        var badges = new LinkedHashMap<String, String>();
        map.steps().forEach(step -> {
            var time = step.done() == 0 ? "" : words.median(step.times());
            if (step.open() > 0 || !time.isEmpty()) {
                badges.put(
                        step.step(),
                        words.words("kpi.map.open", words.count(step.open())) + (time.isEmpty() ? "" : " · " + time));
            }
        });
        return text(badges);
    }

    /** « 2 en retard », by step. */
    String lateCounts(ProcessMap map) {
        var badges = new LinkedHashMap<String, String>();
        map.steps().stream()
                .filter(step -> step.late() > 0)
                .forEach(step -> badges.put(step.step(), words.words("kpi.map.late", words.count(step.late()))));
        return text(badges);
    }

    String lateSteps(ProcessMap map) {
        return map.steps().stream()
                .filter(step -> step.late() > 0)
                .map(StepRow::step)
                .collect(Collectors.joining(","));
    }

    private String text(Map<String, String> badges) {
        try {
            return json.writeValueAsString(badges);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
