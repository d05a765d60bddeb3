/**
 * The rules of the house, checked over every module.
 *
 * <p>Start reading at {@link org.homeward.house.ModuleTable#TABLE}.
 */
@org.jspecify.annotations.NullMarked
package org.homeward.house;
