// What an item still needs: the same rules as the server's, which has the last word.
const blank = (said) => said === null || said === undefined || String(said).trim() === "";

export function needsPhoto(item) {
  return item.photo || item.state === "DAMAGED";
}

export function lacksOf(item, photographed, touched) {
  const lacks = [];
  if (item.kind === "ELEMENT") {
    if (!item.state) lacks.push("STATE");
    else if ((item.state === "DAMAGED" || item.state === "MISSING") && blank(item.remark)) lacks.push("REMARK");
  } else if (item.kind === "METER") {
    if (blank(item.reading) && blank(item.remark)) lacks.push("READING");
  } else if (blank(item.quantity)) lacks.push("QUANTITY");
  const explained = !blank(item.remark) && (item.state === "MISSING" || (item.kind === "METER" && blank(item.reading)));
  if (needsPhoto(item) && !photographed && !explained) lacks.push("PHOTO");
  if (item.asked && !touched) lacks.push("ASKED");
  return lacks;
}
