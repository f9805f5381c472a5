// A photo as the camera gave it, with what the server has to know of it.
const LARGEST = 15 * 1024 * 1024;
const HEIC = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"];

/** The reason why a file is not taken, before anything of it is sent; none when it may be. */
export function refusal(bytes) {
  if (bytes.length > LARGEST) return "TOO_LARGE";
  const text = (from, to) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(4, 8) === "ftyp" && HEIC.includes(text(8, 12))) return "HEIC";
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  return jpeg || text(1, 4) === "PNG" ? null : "NOT_A_PHOTO";
}

export async function readPhoto(file, itemId, newKey) {
  const data = await file.arrayBuffer();
  const why = refusal(new Uint8Array(data));
  const photo = { key: newKey(), itemId, size: data.byteLength, state: why ? "REFUSED" : "WAITING", refusal: why, offset: 0, data: why ? null : data, small: null };
  if (why) return photo;
  const digest = await crypto.subtle.digest("SHA-256", data);
  photo.sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  photo.small = await small(file);
  return photo;
}

/** A little picture to recognise it by; none where the browser cannot. */
async function small(file) {
  try {
    const image = await createImageBitmap(file, { resizeWidth: 144, resizeQuality: "low" });
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d").drawImage(image, 0, 0);
    image.close();
    return canvas.toDataURL("image/jpeg", 0.6);
  } catch {
    return null;
  }
}
