/** How much modules count, by name or instance id: as configured. */
export type ModuleWeights = Readonly<Record<string, number>>;

const usualWeight = 1;

/** How much a module counts: by its instance id, else by its name, else 1. */
export function weightOf(
  { name, instanceId }: { name: string; instanceId?: string | undefined },
  weights: ModuleWeights,
): number {
  const byId =
    instanceId !== undefined && Object.hasOwn(weights, instanceId) ? weights[instanceId] : undefined;
  const byName = Object.hasOwn(weights, name) ? weights[name] : undefined;
  return byId ?? byName ?? usualWeight;
}
