/**
 * What people entered and nobody was told yet. It outlives the elements it was typed into: a message or view that is
 * shown anew finds it by where it stands (scope, block, action).
 */

const scopes = new Map();

function scopeOf(scope) {
  if (!scopes.has(scope)) scopes.set(scope, { values: new Map(), unsent: new Map(), busy: new Set(), open: new Set() });
  return scopes.get(scope);
}

export const drafts = {
  has: (scope, key) => scopeOf(scope).values.has(key),
  get: (scope, key) => scopeOf(scope).values.get(key),
  set: (scope, key, value) => scopeOf(scope).values.set(key, value),
  drop: (scope, key) => scopeOf(scope).values.delete(key),
  /** Values that the playground does not hold yet: key → {block, item, value}. */
  unsent: (scope) => scopeOf(scope).unsent,
  /** Keys of the elements whose answer is awaited. */
  busy: (scope) => scopeOf(scope).busy,
  /** What was unfolded. */
  open: (scope) => scopeOf(scope).open,
  forget: (scope) => scopes.delete(scope),
};
