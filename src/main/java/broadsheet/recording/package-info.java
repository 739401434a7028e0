/** Where is the recording of an article, and which of its bytes are wanted? */
package broadsheet.recording;
