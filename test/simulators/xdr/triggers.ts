import { type Observable, observableKey } from './observable.ts';
import type { Action, SimulatedModule } from './simulated-module.ts';

/** One request to do something, whether it went well or not. */
export interface Trigger {
  readonly time: string;
  readonly moduleInstanceId: string;
  readonly actionId: string;
  readonly observable: Observable;
  readonly status: 'success' | 'failure';
}

/** Everything that was triggered, in order. */
export class Triggers {
  #triggers: readonly Trigger[] = [];

  add(trigger: Trigger): void {
    this.#triggers = [...this.#triggers, trigger];
  }

  all(): readonly Trigger[] {
    return this.#triggers;
  }

  /** How often each was triggered: `{ "<module>/<action> domain:bad.example": 1 }`. */
  counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { moduleInstanceId, actionId, observable } of this.#triggers) {
      const key = `${moduleInstanceId}/${actionId} ${observableKey(observable)}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  /** Whether the action was done to the observable and not undone since. */
  isDone(module: SimulatedModule, action: Action, observable: Observable): boolean {
    const last = this.#triggers.findLast(
      (trigger) =>
        trigger.status === 'success' &&
        trigger.moduleInstanceId === module.instanceId &&
        (trigger.actionId === action.id || trigger.actionId === action.undo?.id) &&
        observableKey(trigger.observable) === observableKey(observable),
    );
    return last?.actionId === action.id;
  }

  clear(): void {
    this.#triggers = [];
  }
}
