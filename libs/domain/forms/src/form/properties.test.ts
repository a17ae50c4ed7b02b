import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { ctx } from '../testing/forms.ts';
import { goodAnswers, passportForm, scan } from '../testing/passport.ts';
import type { Answers, RawBody } from '../types.ts';

const form = passportForm();
const pages = form.definition.pages.map(({ id }) => id);

/** Names a browser could send, and texts a person could type. */
const names = Object.keys(
  pages.reduce((inputs, id) => ({ ...inputs, ...form.renderPage(id, goodAnswers) }), {}),
);
const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'yes',
    'no',
    'other',
    'urgent',
    'ky',
    '31',
    '2',
    '2020',
    '10102199900123',
    'f1',
    '0555123456',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const raws: fc.Arbitrary<RawBody> = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
  fc.oneof(texts, fc.array(texts, { maxLength: 3 })),
);

function parseAll(raw: RawBody): Answers {
  return pages.reduce<Answers>(
    (answers, id) => ({ ...answers, ...form.parsePage(id, raw, [scan]).values }),
    {},
  );
}

function renderAll(answers: Answers): RawBody {
  return pages.reduce<RawBody>((inputs, id) => ({ ...inputs, ...form.renderPage(id, answers) }), {});
}

/** Good answers with some of them replaced by anything JSON can hold. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .dictionary(fc.constantFrom(...Object.keys(goodAnswers), 'constructor', '__proto__'), fc.jsonValue())
  .map((spoilt): Answers => ({ ...goodAnswers, ...asAnswers(spoilt) }));

function isAnswers(json: unknown): json is Answers {
  return typeof json === 'object' && json !== null;
}

function asAnswers(json: unknown): Answers {
  assert.ok(isAnswers(json));
  return json;
}

test('what was typed is shown again, and reads the same again', () => {
  fc.assert(
    fc.property(raws, (raw) => {
      const answers = parseAll(raw);
      assert.deepEqual(parseAll(renderAll(answers)), answers);
    }),
  );
});

test('good answers survive being shown and posted', () => {
  assert.deepEqual(parseAll(renderAll(goodAnswers)), goodAnswers);
});

test('reading finds exactly the format errors the check finds', () => {
  fc.assert(
    fc.property(raws, (raw) => {
      const answers = parseAll(raw);
      for (const id of form.visiblePages(answers).map((page) => page.id)) {
        const visible = new Set(form.visibleFields(answers).map(({ address }) => address));
        const read = form.parsePage(id, raw, [scan]).errors.filter(({ field }) => visible.has(field));
        const checked = form.checkPage(id, answers, ctx);
        for (const error of read) assert.ok(checked.some((other) => other.field === error.field));
      }
    }),
  );
});

test('the pages together say what the whole form says, the fields nothing more', () => {
  fc.assert(
    fc.property(fc.oneof(raws.map(parseAll), anyAnswers), (answers) => {
      const all = form.checkAll(answers, ctx);
      assert.deepEqual(
        pages.flatMap((id) => form.checkPage(id, answers, ctx)),
        all,
      );
      const said = new Set(all.map((error) => JSON.stringify(error)));
      for (const { address } of form.visibleFields(answers)) {
        for (const error of form.checkField(address, answers, ctx))
          assert.ok(said.has(JSON.stringify(error)));
      }
    }),
  );
});

test('whatever JSON holds, the questions to a form are answered, and dropping twice is dropping once', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const once = form.dropHidden(answers);
      assert.deepEqual(form.dropHidden(once.answers).dropped, []);
      assert.equal(form.canonicalContent(once.answers), form.canonicalContent(answers));
      form.describe(answers, 'ru');
      renderAll(answers);
    }),
  );
});

test('content that passes the check reads back as the same answers', () => {
  fc.assert(
    fc.property(raws, (raw) => {
      const answers = parseAll({ ...renderAll(goodAnswers), ...raw });
      if (form.checkAll(answers, ctx).length > 0) return;
      const content: unknown = JSON.parse(form.canonicalContent(answers));
      assert.ok(typeof content === 'object' && content !== null && 'answers' in content);
      const again = asAnswers(content.answers);
      assert.deepEqual(form.checkAll(again, ctx), []);
      assert.equal(form.canonicalContent(again), form.canonicalContent(answers));
    }),
  );
});
