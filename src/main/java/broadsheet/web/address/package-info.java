/**
 * What does an address ask for? Reads and checks parameters and reports what is wrong with them.
 */
package broadsheet.web.address;
