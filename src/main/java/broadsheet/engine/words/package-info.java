/** Which words does an archive use, where and how often? Values, and the port that answers. */
package broadsheet.engine.words;
