package fr.allervers.arrears.settings.web;

import fr.allervers.arrears.settings.DatedValue;
import fr.allervers.arrears.settings.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as its page shows it.
 *
 * @param now the value that counts today; none when the rule has not begun
 * @param others those of other days, oldest first
 */
record SettingLine(Setting setting, @Nullable DatedValue now, List<DatedValue> others) {}
