package fr.allervers.e2e;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class FirstPageIT {

    @Autowired
    Visitors visitors;

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void theFirstPagesLookGood(int width) {
        visitors.anonymous(width).open("/connexion").looksGood().picture("connexion");
        visitors.anonymous(width).open("/accessibilite").looksGood();
    }
}
