interface Holder {
  readonly userIds: ReadonlySet<string>;
}

/** The group or role with one more user. */
export function withUser<T extends Holder>(held: T, userId: string): T {
  return { ...held, userIds: new Set([...held.userIds, userId]) };
}

/** The group or role without that user. */
export function withoutUser<T extends Holder>(held: T, userId: string): T {
  return { ...held, userIds: new Set([...held.userIds].filter((id) => id !== userId)) };
}
