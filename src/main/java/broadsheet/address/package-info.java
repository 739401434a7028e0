/** How does a search become an address, and back? The addresses of articles as well. */
package broadsheet.address;
