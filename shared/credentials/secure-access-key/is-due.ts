/** How old a key may become, in days. `lifetimeDays` is when a key that we make expires by itself. */
export interface KeyRotationSettings {
  readonly everyDays: number;
  readonly lifetimeDays: number;
}

const dayMilliseconds = 86_400_000;

/** A key that ends sooner than this is replaced whatever its age, in days. */
const expiryMarginDays = 14;

/**
 * Whether a key is to be replaced: it has the configured age, or it is about to expire. A key of unknown age is due;
 * that of its successor is known. Keys with a short life of their own are not replaced earlier than configured.
 */
export function isKeyDue(
  key: { readonly createdAt: Date | undefined; readonly expiresAt: Date | undefined },
  settings: KeyRotationSettings,
  now: Date,
): boolean {
  if (key.createdAt === undefined) return true;
  const ageDays = (now.getTime() - key.createdAt.getTime()) / dayMilliseconds;
  if (ageDays >= settings.everyDays) return true;
  if (key.expiresAt === undefined) return false;
  const daysLeft = (key.expiresAt.getTime() - now.getTime()) / dayMilliseconds;
  return daysLeft <= Math.min(expiryMarginDays, settings.lifetimeDays - settings.everyDays);
}
