import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileForm } from '../compile.ts';
import type { Answers } from '../types.ts';
import { ctx } from './forms.ts';
import { showcase, typedRight, typedWrong } from './showcase.ts';

const compiled = compileForm(showcase);
assert.ok(compiled.ok, JSON.stringify(compiled));
const { form } = compiled;

test('P573-26b: each type of field filled in wrongly is told at its place, in two parts, and stays as it was typed', () => {
  for (const { page, fields, wrong } of typedWrong) {
    const { values } = form.parsePage(page, fields);
    const errors = form.checkPage(page, values, ctx);
    assert.deepEqual(
      errors.map(({ field }) => field),
      wrong,
    );
    for (const { what, mend } of errors)
      for (const text of [what, mend]) assert.ok(text.ky !== '' && text.ru !== '');
    const kept = form.renderPage(page, values);
    for (const [name, typed] of Object.entries(fields)) assert.deepEqual(kept[name], typed, name);
  }
});

test('P573-26a: filled in well, nothing is wrong with any of its pages', () => {
  let answers: Answers = {};
  for (const { page, fields } of typedRight) {
    answers = { ...answers, ...form.parsePage(page, fields).values };
    assert.deepEqual(form.checkPage(page, answers, ctx), []);
  }
  assert.deepEqual(form.checkAll(answers, ctx), []);
});
