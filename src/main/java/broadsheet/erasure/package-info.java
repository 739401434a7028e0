/** Which articles were erased, must stay out, and may have left words behind? */
package broadsheet.erasure;
