package fr.allervers.e2e;

/** What supervisors, callers, social advisors and administrators open: one half of the pages, one JVM of the build. */
class PagesOfTeamsIT extends AbstractPages {

    @Override
    String inFrench() {
        return """
            claire /a-faire
            claire /appels appels
            claire /appels/nouvelle
            claire /appels/1 campagne
            claire /appels/1/bilan bilan
            claire /appels/1/appelants appelants
            claire /dossiers/call-campaign/1 dossier
            claire /tableau/appels tableau-appels
            claire /tableau/impayes tableau-impayes
            claire /tableau/attributions tableau-attributions
            claire /tableau/etats-des-lieux tableau-etats-des-lieux
            claire /tableau/travail tableau-travail
            claire /tableau/reglages
            claire /locataires locataires
            ines /locataires/1
            claire /partenaires partenaires
            claire /messages
            claire /messages/1 message
            claire /messages/nouveau
            claire /messages/sortants
            claire /messages/passerelles
            nadia /messages/modeles
            nadia /messages/modeles/1
            claire /appels/1/objectifs
            nadia /registre registre
            nadia /equipe equipe
            nadia /journal journal
            paul /mes-appels mes-appels
            ines /a-faire a-faire
            paul /alertes/nouvelle
            ines /impayes/1/evaluation evaluation
            claire /impayes/reglages
            nadia /impayes/reglages impayes-reglages
            claire /etats-des-lieux etats-des-lieux
            nadia /etats-des-lieux/modeles
            nadia /etats-des-lieux/reglages
            nadia /donnees-personnelles donnees-personnelles
            nadia /donnees-personnelles/purges purges
            nadia /donnees-personnelles/personnes?q=du
            nadia /donnees-personnelles/personnes/tenant/1 donnees-personne
            nadia /donnees-personnelles/registre registre-traitements
            nadia /donnees-personnelles/chiffrement
            nadia /exploitation exploitation
            """;
    }

    @Override
    String inEnglish() {
        return """
            claire /a-faire
            claire /dossiers/call-campaign/1
            ines /locataires/1
            paul /mes-appels
            paul /alertes/nouvelle
            nadia /impayes/reglages
            """;
    }
}
