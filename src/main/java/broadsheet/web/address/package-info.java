/** What does an address ask for? Parameters, checked, and what is told when they are wrong. */
package broadsheet.web.address;
