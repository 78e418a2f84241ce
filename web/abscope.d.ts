// The message API of an embedded Abscope, version 1, and its custom element. Manual: docs/embedding.md.

export type RequestId = string | number;

interface Ask<Type extends string> {
  abscope: 1;
  type: Type;
  requestId?: RequestId;
  /** Where the asking page has no origin of its own: the token of the lab's address. */
  token?: string;
}

export type AbscopeRequest =
  | Ask<'pause'>
  | Ask<'resume'>
  | Ask<'getState'>
  | Ask<'screenshot'>
  | (Ask<'loadCase'> & {case: string; arm?: string})
  | (Ask<'runTo'> & {/** 0 to 1095 */ day: number})
  | (Ask<'announce'> & {/** 1 to 500 characters, for screen readers */ text: string})
  | (Ask<'setState'> & {
      /** Names of address parameters, such as rtDose, and their values. */
      settings?: Record<string, number | string | boolean>;
      /** The part of a share link from "#" on. */
      hash?: string;
      /** A scenario in the format of `abscope schema`. */
      scenario?: object;
    });

export type Response = 'complete' | 'partial' | 'stable' | 'progression';

export interface TumourState {
  volumeMm3: number;
  startMm3: number;
  /** These four follow from the whole course: missing while a class has yet to vote on what comes. */
  bestChangePercent?: number;
  response?: Response;
  doseGy?: number;
  bed10Gy?: number;
}

export interface AbscopeReady {
  abscope: 1;
  type: 'ready';
  version: string;
  requests: string[];
  scenarioFormat: string;
  case: string;
}

export interface AbscopeState {
  abscope: 1;
  type: 'state';
  requestId?: RequestId;
  case: string;
  arm: string;
  day: number;
  days: number;
  playing: boolean;
  link: string;
  tumours: {irradiated: TumourState; distant: TumourState};
  scenario: object;
}

export type AbscopeEvent = {abscope: 1; type: 'event'; day: number} & (
  | {event: 'fraction'; doseGy: {irradiated: number; distant: number}}
  | {event: 'drugDose'; drug: string; usualDoses: number}
  | {event: 'tumourCleared'; site: 'irradiated' | 'distant'}
  | {event: 'progression' | 'response' | 'nadir' | 'runFinished'}
);

/** Something with an end has been done, wholly or in part: what a course site wants to know. */
export interface AbscopeReport {
  abscope: 1;
  type: 'report';
  activity: 'run' | 'lecture' | 'lesson' | 'challenge';
  /** Of a run: case/arm. Else the name of the lecture or lesson. */
  id: string;
  /** 0 to 1; at 1 it has been done. */
  completion: number;
  /** 0 to 1, where it is marked. */
  score?: number;
  /** Where the activity itself says so; else the site's mastery score decides. */
  passed?: boolean;
  /** Since the report before. */
  answers?: {question: string; kind: 'choice' | 'numeric' | 'fill-in' | 'other'; response: string; correct?: boolean}[];
}

export interface AbscopeError {
  abscope: 1;
  type: 'error';
  requestId?: RequestId;
  errors: {place: string; text: string}[];
}

export type AbscopeAnswer =
  | AbscopeReady
  | AbscopeState
  | AbscopeEvent
  | AbscopeReport
  | AbscopeError
  | {abscope: 1; type: 'done'; requestId?: RequestId; request: string}
  | {abscope: 1; type: 'screenshot'; requestId?: RequestId; image: string}
  | {abscope: 1; type: 'resize'; width: number; height: number};

export declare class AbscopeLab extends HTMLElement {
  start(): void;
  load(caseId: string, arm?: string): Promise<AbscopeAnswer>;
  play(): Promise<AbscopeAnswer>;
  pause(): Promise<AbscopeAnswer>;
  runTo(day: number): Promise<AbscopeAnswer>;
  getState(): Promise<AbscopeState>;
  setState(state: {settings?: Record<string, number | string | boolean>; hash?: string; scenario?: object}): Promise<AbscopeAnswer>;
  announce(text: string): Promise<AbscopeAnswer>;
  screenshot(): Promise<string>;
  request(type: AbscopeRequest['type'], fields?: object): Promise<AbscopeAnswer>;
}

declare global {
  interface HTMLElementTagNameMap {
    'abscope-lab': AbscopeLab;
  }
}
