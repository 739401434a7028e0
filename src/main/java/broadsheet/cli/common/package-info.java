/** What do all commands share? Options, exit codes, errors in what was typed. */
package broadsheet.cli.common;
