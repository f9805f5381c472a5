import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fit, measure } from "../js/parts/sms.js";

// The server is held to the same file by SmsAdviceTest.
const examples = JSON.parse(await readFile(new URL("../../../test/resources/sms/texts.json", import.meta.url), "utf8"));

for (const example of examples) {
  test(`counts ${example.name}`, () => {
    const text = example.text ?? example.repeat[0].repeat(example.repeat[1]);
    const told = measure(text);
    assert.deepEqual(
      { encoding: told.encoding, units: told.units, parts: told.parts, fittedParts: told.fittedParts, longer: told.longer.map(({ letter, instead }) => `${letter}>${instead ?? ""}`).join(" ") },
      { encoding: example.encoding, units: example.units, parts: example.parts, fittedParts: example.fittedParts, longer: example.longer },
    );
  });
}

test("replaces what has something near and leaves the rest", () => assert.equal(fit("Reçu : l’eau ماء"), "Recu : l'eau ماء"));
