/**
 * A history as it might be after some days, for the page that shows it.
 */

/** @param {import("./driver.mjs").Driven} driver */
export async function seedHistory(driver) {
  await driver.inside(async (api) => {
    const hour = 3_600_000;
    const now = Date.now();
    const causes = ["session-expired", "token-expired", "samesite-lax", "challenge-handshake"];
    const kinds = ["open", "recovered", "open", "harmless"];
    const items = Array.from({ length: 120 }, (_, index) => {
      const which = (index * 7) % 4;
      return { id: String(index), at: now - ((index * 37) % 160) * hour, site: ["shop.example", "mail.example", "api.example"][index % 3], cause: causes[which], kind: kinds[which] };
    });
    await api.storage.local.set({ history: { v: 1, items } });
    const { settings } = await api.storage.local.get("settings");
    await api.storage.local.set({ settings: { ...settings, v: 1, history: true } });
  });
}
