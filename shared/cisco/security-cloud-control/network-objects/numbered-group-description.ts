const mark = 'scc-automations: part of';

/** What stands beside a numbered group in the console. It is also how one that has no parent yet is known as ours. */
export function numberedGroupDescription(parentName: string): string {
  return `${mark} ${parentName}. Addresses are added and removed here automatically; what you add yourself stays. Use ${parentName} in a deny rule; this group needs no rule of its own while it is in ${parentName}.`;
}

/** Whether a group says that it was made as a part of this one. */
export function isDescribedAsPart(description: string | undefined, parentName: string): boolean {
  return description?.startsWith(`${mark} ${parentName}.`) ?? false;
}

/** What stands beside a parent that had to be made. */
export function parentGroupDescription(): string {
  return 'scc-automations: addresses that are blocked. They stand in numbered groups in here; what you add yourself stays. It blocks nothing until a deny rule uses it.';
}
