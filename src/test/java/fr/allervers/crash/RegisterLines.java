package fr.allervers.crash;

import java.nio.charset.StandardCharsets;

/** A register's file: each line a household of one occupant with a phone, in six agencies. */
final class RegisterLines {

    private RegisterLines() {}

    static byte[] of(int lines) {
        var file = new StringBuilder(
                "code_agence;nom_agence;code_immeuble;adresse;code_postal;commune;code_insee;code_logement;type_logement;"
                        + "code_bail;debut_bail;code_foyer;nom_foyer;code_occupant;nom;prenom;date_naissance;telephone_1\n");
        for (var line = 1; line <= lines; line++) {
            file.append(("A%d;Agence %d;B%d;%d rue des Tilleuls;26000;Valence;26362;D%d;T3;"
                            + "C%d;01/02/2010;H%d;Foyer %d;O%d;Nom%d;Prénom;01/03/1945;06 39 98 %02d %02d\n")
                    .formatted(
                            line % 6,
                            line % 6,
                            line % 600,
                            line % 600,
                            line,
                            line,
                            line,
                            line,
                            line,
                            line,
                            line / 100 % 100,
                            line % 100));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
