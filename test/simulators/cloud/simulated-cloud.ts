import type { Sleep } from '#shared/time/sleep.ts';
import type { Answer, Outcome } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken, shortTokenId } from '../http/bearer-token.ts';
import { findRoute, type RouteTemplate } from '../http/route.ts';
import { type AnyEffect, Faults, isUniversal, type UniversalEffect } from './faults.ts';
import { RequestLog } from './request-log.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/** Switches that every cloud has. */
export interface UniversalSettings {
  /** Wait before every answer of the cloud. */
  readonly latencyMilliseconds: number;
}

/** How a simulator waits. The signal aborts when it closes, which ends every wait. */
export interface Waiting {
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** What every simulated cloud has, whatever it stands for. All of it lives in memory. */
export abstract class SimulatedCloud<Settings extends UniversalSettings, OwnEffect extends AnyEffect> {
  readonly clock: SimulatedClock;
  readonly faults = new Faults<UniversalEffect | OwnEffect>();
  readonly log = new RequestLog();
  readonly defaultSettings: Settings;
  settings: Settings;

  constructor(clock: SimulatedClock, defaultSettings: Settings) {
    this.clock = clock;
    this.defaultSettings = defaultSettings;
    this.settings = defaultSettings;
  }

  /** Every route of the cloud's API. */
  abstract get routes(): readonly RouteTemplate[];

  /** Takes a request through gateway and route. */
  protected abstract process(request: ApiRequest): Answer;

  /** Lets an effect that only this cloud knows happen, just before the request is processed. */
  protected abstract strike(effect: OwnEffect, request: ApiRequest): void;

  /**
   * Takes one request through fault, latency, gateway and route, and writes it down in the log.
   * Rejects with the signal's reason when the simulator closes during a wait.
   */
  async answer(request: ApiRequest, { sleep, signal }: Waiting): Promise<Outcome> {
    const { method, path } = request;
    const template = findRoute(this.routes, request)?.route.template ?? '(no route)';
    const effect = this.faults.take({ method, path, template });
    const token = bearerToken(request.authorization);
    const query = request.query.size === 0 ? '' : `?${request.query}`;
    const entry = this.log.open({
      time: this.clock.now().toISOString(),
      method,
      path: path + query,
      template,
      items: countItems(request.body),
      tokenId: token === undefined ? null : shortTokenId(token),
      fault: effect?.kind ?? null,
    });

    const { latencyMilliseconds } = this.settings;
    if (latencyMilliseconds > 0) await sleep(latencyMilliseconds, signal);
    const outcome = await this.#meetFault(effect, request, { sleep, signal });
    const { afterMilliseconds = 0 } = outcome.kind === 'answered' ? outcome.answer : {};
    if (afterMilliseconds > 0) await sleep(afterMilliseconds, signal);
    entry.outcome = outcome.kind;
    entry.status = outcome.kind === 'answered' ? outcome.answer.status : null;
    return outcome;
  }

  async #meetFault(
    effect: UniversalEffect | OwnEffect | undefined,
    request: ApiRequest,
    { sleep, signal }: Waiting,
  ): Promise<Outcome> {
    if (effect && !isUniversal(effect)) {
      this.strike(effect, request);
      return { kind: 'answered', answer: this.process(request) };
    }
    switch (effect?.kind) {
      case 'respond':
        return { kind: 'answered', answer: answerOf(effect) };
      case 'drop':
        return { kind: 'cut-off' };
      case 'process-then-hang':
        this.process(request);
        return { kind: 'left-hanging' };
      case 'process-then-drop':
        this.process(request);
        return { kind: 'cut-off' };
      case 'process-then-respond':
        this.process(request);
        return { kind: 'answered', answer: answerOf(effect) };
      case 'delay':
        await sleep(effect.milliseconds, signal);
        return { kind: 'answered', answer: this.process(request) };
      case undefined:
        return { kind: 'answered', answer: this.process(request) };
    }
  }
}

function answerOf({ status, headers, body }: Answer): Answer {
  return { status, body, headers: headers ?? {} };
}

function countItems(body: string): number | null {
  if (!body.trimStart().startsWith('[')) return null;
  try {
    const json: unknown = JSON.parse(body);
    return Array.isArray(json) ? json.length : null;
  } catch {
    return null;
  }
}
