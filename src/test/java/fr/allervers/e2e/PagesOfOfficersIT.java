package fr.allervers.e2e;

/** What officers, field managers and members of the committee open: the other half. */
class PagesOfOfficersIT extends AbstractPages {

    @Override
    String inFrench() {
        return """
            sophie /comptes
            sophie /comptes/1 compte
            karim /comptes/1
            sophie /comptes/imports
            sophie /comptes/a-identifier a-identifier
            karim /a-faire
            sophie /rendez-vous rendez-vous
            sophie /rendez-vous?semaine=true
            sophie /rendez-vous/ouvertures
            sophie /rendez-vous/nouveau?foyer=1
            karim /fiches
            karim /fiches/1 fiche
            karim /fiches/vacants
            sophie /impayes impayes
            sophie /impayes/ecrire?envoi=LETTER ecrire-a-plusieurs
            sophie /impayes/1 impaye
            karim /impayes/1
            sophie /dossiers/unpaid-rent-prevention/1 dossier-impaye
            sophie /impayes/echeances echeances
            sophie /impayes/1/plan plan
            sophie /impayes/1/echeances
            sophie /impayes/1/aides aides
            sophie /impayes/1/evaluation
            karim /fiches?q=du fiches
            henriette /commissions commissions
            samir /commissions/2 commission-ecrite
            samir /commissions/points/3 commission-point
            julien /commissions/composition commission-composition
            julien /commissions/reglement commission-reglement
            julien /commissions/nouvelle
            julien /attributions attributions
            julien /attributions/logements/1
            julien /attributions/logements/nouveau
            julien /attributions/demandes
            julien /attributions/demandes/1 demande
            julien /attributions/demandes/nouvelle
            julien /attributions/imports
            julien /attributions/suites/2 suites
            julien /attributions/urgences
            julien /attributions/occupations
            julien /attributions/registre-national
            julien /attributions/bilan
            julien /attributions/reglages
            """;
    }

    @Override
    String inEnglish() {
        return """
            sophie /impayes
            sophie /impayes/1
            """;
    }
}
