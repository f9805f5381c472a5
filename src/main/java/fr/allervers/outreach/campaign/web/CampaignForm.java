package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.Purpose;
import fr.allervers.partners.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The campaign builder, as typed: whatever is wrong is shown again as it was written. */
public class CampaignForm {

    private String name = "";
    private Purpose purpose = Purpose.WELL_BEING;
    private String startsOn = "";
    private String endsOn = "";
    private String maxAttempts = "4";
    private String fileSize = "10";
    private String holdHours = "72";
    private List<Service> services = new ArrayList<>();
    private List<Long> agencies = new ArrayList<>();
    private List<String> communes = new ArrayList<>();
    private List<Long> buildings = new ArrayList<>();
    private String arrears = "";
    private boolean notInOtherCampaign = false;
    private String excluded = "";
    private String despiteGaps = "";
    private List<WaveForm> waves = new ArrayList<>();

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    /** Nothing chosen changes nothing. */
    public void setPurpose(@Nullable Purpose purpose) {
        this.purpose = purpose == null ? this.purpose : purpose;
    }

    public String getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(String startsOn) {
        this.startsOn = startsOn;
    }

    public String getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(String endsOn) {
        this.endsOn = endsOn;
    }

    public String getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(String maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public String getFileSize() {
        return fileSize;
    }

    public void setFileSize(String fileSize) {
        this.fileSize = fileSize;
    }

    public String getHoldHours() {
        return holdHours;
    }

    public void setHoldHours(String holdHours) {
        this.holdHours = holdHours;
    }

    public List<Service> getServices() {
        return services;
    }

    public void setServices(List<Service> services) {
        this.services = services;
    }

    public List<Long> getAgencies() {
        return agencies;
    }

    public void setAgencies(List<Long> agencies) {
        this.agencies = agencies;
    }

    public List<String> getCommunes() {
        return communes;
    }

    public void setCommunes(List<String> communes) {
        this.communes = communes;
    }

    public List<Long> getBuildings() {
        return buildings;
    }

    public void setBuildings(List<Long> buildings) {
        this.buildings = buildings;
    }

    public String getArrears() {
        return arrears;
    }

    public void setArrears(String arrears) {
        this.arrears = arrears;
    }

    public boolean isNotInOtherCampaign() {
        return notInOtherCampaign;
    }

    public void setNotInOtherCampaign(boolean notInOtherCampaign) {
        this.notInOtherCampaign = notInOtherCampaign;
    }

    public String getExcluded() {
        return excluded;
    }

    public void setExcluded(String excluded) {
        this.excluded = excluded;
    }

    public String getDespiteGaps() {
        return despiteGaps;
    }

    public void setDespiteGaps(String despiteGaps) {
        this.despiteGaps = despiteGaps;
    }

    public List<WaveForm> getWaves() {
        return waves;
    }

    /** Leaves out the wave with this number, counted from 0, if there is one. */
    void removeWave(String number) {
        if (number.matches("[0-9]{1,3}") && Integer.parseInt(number) < waves.size()) {
            waves.remove(Integer.parseInt(number));
        }
    }

    public void setWaves(List<WaveForm> waves) {
        this.waves = waves;
    }
}
