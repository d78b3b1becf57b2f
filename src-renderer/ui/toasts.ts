import { createStore } from '../data/store.ts';

export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'danger';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const MOST = 4;
let last = 0;

export const toasts = createStore<readonly Toast[]>([]);

/** Tells the person something in passing. An error stays until it is closed. */
export function toast(told: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  toasts.set((now) => [...now.filter((one) => one.text !== told.text), { ...told, id }].slice(-MOST));
  return id;
}

export function dismissToast(id: number): void {
  toasts.set((now) => now.filter((one) => one.id !== id));
}
