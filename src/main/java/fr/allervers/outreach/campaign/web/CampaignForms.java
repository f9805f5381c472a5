package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.Audience;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.Campaign;
import fr.allervers.outreach.campaign.CampaignWave;
import fr.allervers.outreach.campaign.Purpose;
import fr.allervers.partners.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Fills the builder: a new campaign begins as most landlords begin theirs, 75 and over, then 65 to 74. */
@Component
class CampaignForms {

    private final CallCampaigns campaigns;
    private final MessageSource messages;

    CampaignForms(CallCampaigns campaigns, MessageSource messages) {
        this.campaigns = campaigns;
        this.messages = messages;
    }

    CampaignForm blank(LocalDate today) {
        var form = new CampaignForm();
        form.setPurpose(Purpose.WELL_BEING);
        form.setStartsOn(today.toString());
        form.setEndsOn(today.plusWeeks(6).toString());
        form.setServices(
                new ArrayList<>(EnumSet.of(Service.MEALS, Service.GROCERIES, Service.MEDICINES, Service.LISTENING)));
        form.setNotInOtherCampaign(true);
        form.getWaves().add(wave("75", "", today.plusWeeks(2)));
        form.getWaves().add(wave("65", "74", today.plusWeeks(4)));
        return form;
    }

    WaveForm nextWave(CampaignForm form) {
        var number = form.getWaves().size() + 1;
        var wave = new WaveForm();
        wave.setName(name(number));
        wave.setDeadlineOn(form.getEndsOn());
        return wave;
    }

    CampaignForm of(Campaign campaign, List<CampaignWave> waves) {
        var settings = campaign.settings();
        var form = new CampaignForm();
        form.setName(settings.name());
        form.setPurpose(settings.purpose());
        form.setStartsOn(settings.startsOn().toString());
        form.setEndsOn(settings.endsOn().toString());
        form.setMaxAttempts(Integer.toString(settings.maxAttempts()));
        form.setFileSize(Integer.toString(settings.fileSize()));
        form.setHoldHours(Integer.toString(settings.holdHours()));
        form.setServices(new ArrayList<>(settings.services()));
        for (var wave : waves) {
            var audience = campaigns.audience(wave);
            form.getWaves().add(of(wave, audience));
            places(form, audience);
        }
        return form;
    }

    /** One wave alone, to change its criteria. */
    CampaignForm of(Campaign campaign, CampaignWave wave) {
        return of(campaign, List.of(wave));
    }

    private static WaveForm of(CampaignWave wave, Audience audience) {
        var form = new WaveForm();
        form.setName(wave.name());
        form.setAgeFrom(text(audience.ageFrom()));
        form.setAgeTo(text(audience.ageTo()));
        form.setTraits(new ArrayList<>(audience.traits()));
        form.setJoined(audience.joined());
        form.setOpensOn(text(wave.opensOn()));
        form.setDeadlineOn(wave.deadlineOn().toString());
        return form;
    }

    private static void places(CampaignForm form, Audience audience) {
        form.setAgencies(new ArrayList<>(audience.agencies()));
        form.setCommunes(new ArrayList<>(audience.communes()));
        form.setBuildings(new ArrayList<>(audience.buildings()));
        form.setNotInOtherCampaign(audience.notInOtherCampaign());
        form.setExcluded(String.join("\n", audience.excludedHouseholds()));
        form.setArrears(
                audience.minimumArrearsCents() == null
                        ? ""
                        : BigDecimal.valueOf(audience.minimumArrearsCents(), 2)
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ','));
    }

    private WaveForm wave(String from, String to, LocalDate deadline) {
        var wave = new WaveForm();
        wave.setName(to.isEmpty() ? text("campaign.wave.from", from) : text("campaign.wave.between", from, to));
        wave.setAgeFrom(from);
        wave.setAgeTo(to);
        wave.setDeadlineOn(deadline.toString());
        return wave;
    }

    private String name(int number) {
        return text("campaign.wave.number", number);
    }

    private String text(String key, Object... values) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, values, locale);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
