import type { Answers, FactValue } from './facts.js'

/** What somebody wants to do: the kind of business or event, where it is known, and what has been answered. */
export type Undertaking = { readonly type?: string; readonly answers: Answers }

/**
 * `needed` and `not-needed` are certain. `probably`: the answers say so, but the rule is our own reading. `depends`: answers are missing, or the law
 * has changed and has not been read. `untouched`: nothing that was said touches it, but the law is unread, so it is not called "not needed".
 */
export const STATUSES = ['needed', 'probably', 'depends', 'not-needed', 'untouched'] as const
export type Status = (typeof STATUSES)[number]

/** A fact that decided, with its value as it was answered or given by the kind of business. */
export type Reason = { readonly fact: string; readonly value: FactValue; readonly from: 'answer' | 'type' }

export type PlanItem = {
  readonly permit: string
  readonly status: Status
  /** The answers that decided it: taking any of them away would leave it open. Empty when nothing had to be known. */
  readonly because: readonly Reason[]
  /** Facts that it still hangs on, for `depends`. */
  readonly hangsOn: readonly string[]
}

/** An amount of money in SEK. `most` differs from `least` when it hangs on what is not known. */
export type FeeSum = {
  readonly least: number
  readonly most: number
  /** Every summed fee is from a dated page. */
  readonly sure: boolean
  /** Ids of permits whose fee is not in it: not known, or paid by the year, day or hour. */
  readonly without: readonly string[]
}

export type Plan = {
  /** Of the rules it was made with. */
  readonly rules: string
  readonly undertaking: Undertaking
  /** Every permit of the rule set, in the order of the rule set; those that are not valid on the date are left out. */
  readonly items: readonly PlanItem[]
  /** Facts whose answer no longer counts, since their `when` does not hold. */
  readonly offPath: readonly string[]
  readonly fees: FeeSum
}

/** A card to put: those of its facts that can still change the plan. */
export type NextQuestion = { readonly card: string; readonly facts: readonly string[] }

/** The smallest change of answers that would make an item unnecessary, and what it would do to the whole. */
export type WhatIf = {
  readonly permit: string
  readonly change: readonly { readonly fact: string; readonly to: FactValue }[]
  /** Other items that would no longer be needed either, and that would be needed instead. */
  readonly alsoSpared: readonly string[]
  readonly added: readonly string[]
  /** Weeks that opening comes earlier by the longer times; 0 when none. */
  readonly weeksSaved: number
}

/** Times in whole days from the start of the plan. Opening is when everything is in place. */
export type ScheduledItem = {
  readonly permit: string
  /** When it can be sent, by the shorter and by the longer times. */
  readonly sentLeast: number
  readonly sentMost: number
  /** The last day it can be sent without delaying opening, by the longer times; undefined when opening does not wait for it. */
  readonly sentLatest?: number
  /** When it is done: decided, sent where that is enough, or sent so many weeks before. */
  readonly doneLeast: number
  readonly doneMost: number
  /** The longest chain goes through it: a day's delay here delays opening by a day. */
  readonly critical: boolean
  /** Items it waits for, with what for. */
  readonly waitsFor: readonly { readonly permit: string; readonly before: 'applying' | 'decision' | 'opening' }[]
  /** Nobody states how long it takes: counted as no time, and said. */
  readonly timeUnknown: boolean
}

export type Schedule = {
  /** ISO date from which days are counted. */
  readonly start: string
  readonly items: readonly ScheduledItem[]
  /** Ids in order. */
  readonly criticalPath: readonly string[]
  /** ISO dates of the earliest opening, by the shorter and by the longer times. */
  readonly opening: { readonly least: string; readonly most: string }
}
