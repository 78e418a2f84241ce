// Translations against English: a language that is listed as complete lacks nothing, and no text of
// any language has other holes than the English one.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {isComplete, stateOf} from '../../scripts/languages.mjs';
import {complete, contentTexts, languages} from '../../scripts/language_texts.mjs';
import {holeNames, mistakes} from '../../scripts/message_syntax.mjs';

describe('translations', () => {
  test('mistakes are found', () => {
    const english = '{count, plural, one {# dose} other {# doses}} of {amount}';
    assert.deepEqual(holeNames(english), ['amount', 'count']);
    assert.deepEqual(mistakes(english, '{amount}: {count, plural, one {# Dosis} other {# Dosen}}', 'de'), []);
    assert.deepEqual(mistakes(english, '{count} 次，每次 {amount}', 'zh-Hans'), []);
    assert.equal(mistakes(english, '{count} Dosen', 'de').length, 1);
    assert.equal(mistakes(english, '{count} Dosen zu {menge}', 'de').length, 2);
    assert.equal(mistakes(english, '{count, plural, other {# Dosen}} {amount}', 'de').length, 1);
    assert.equal(mistakes(english, '{count, plural, few {#} one {#} other {#}} {amount}', 'de').length, 1);
    assert.equal(mistakes('{site} tumour', '{site, select, fern {ferner} } Tumor', 'de').length, 1);
    assert.equal(mistakes('{site} tumour', '{site, select, fern {ferner} other {#} Tumor', 'de').length, 1);
    assert.equal(mistakes('{site} tumour', '{site} } Tumor', 'de').length, 1);
    assert.equal(mistakes('tumour', ' ', 'de').length, 1);
  });

  test('English texts are well formed, and the other texts are found', () => {
    const content = contentTexts();
    assert.ok(content.size > 1500);
    assert.ok(content.has('anti-CTLA-4') && content.has('Untreated'));
  });

  for (const language of languages) {
    test(`${language} has the holes and plural forms of English`, context => {
      const state = stateOf(language);
      context.diagnostic(`${language}: ${state.done} of ${state.all} texts; ${state.missing.length} keys and ` +
          `${state.missingContent.length} texts are missing, ${state.changed.length} have changed`);
      assert.deepEqual(state.wrong, []);
      if (complete.includes(language)) {
        assert.ok(isComplete(state), `${language} is listed as complete: node scripts/languages.mjs check ${language}`);
      }
    });
  }
});
