package dev.beforehand.invoices.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its dates and amounts.
 *
 * @param orders by column; a column is left out where none of its dates depends on the order
 * @param decimalMark empty where no amount depends on it
 */
record Conventions(Map<Field, DateOrder> orders, @Nullable DecimalMark decimalMark) {

    /**
     * Reads the whole file once and decides from all its values, a column at a time.
     *
     * @throws LedgerRefused where the values leave it open and the settings do not say
     */
    static Conventions of(CsvTable table, LedgerSettings settings, int thisYear) {
        var dates = new DateText(thisYear);
        var columns = new EnumMap<Field, DateColumn>(Field.class);
        var amounts = new AmountColumns(new AmountText());
        var wanted = new int[Field.values().length];
        for (var field : Field.values()) {
            boolean asked = settings.dateOrder() == null && Field.DATES.contains(field);
            boolean counted = settings.decimals() == null && Field.AMOUNTS.contains(field);
            wanted[field.ordinal()] = asked || counted ? table.columns().of()[field.ordinal()] : -1;
            if (asked && table.columns().has(field)) {
                columns.put(field, new DateColumn(dates));
            }
        }
        table.forEach(wanted, row -> {
            columns.forEach((field, column) -> column.look(row.text(field), row.line()));
            Field.AMOUNTS.forEach(field -> amounts.look(row.text(field), row.line()));
        });
        return new Conventions(orders(table, columns, settings), mark(table, amounts, settings));
    }

    private static Map<Field, DateOrder> orders(
            CsvTable table, Map<Field, DateColumn> columns, LedgerSettings settings) {
        var orders = new EnumMap<Field, DateOrder>(Field.class);
        for (var field : Field.DATES) {
            var column = columns.get(field);
            var order = column == null
                    ? settings.dateOrder()
                    : column.decide(table.file(), table.columns().header(field));
            if (order != null) {
                orders.put(field, order);
            }
        }
        return orders;
    }

    private static @Nullable DecimalMark mark(CsvTable table, AmountColumns amounts, LedgerSettings settings) {
        return settings.decimals() == null ? amounts.decide(table.file()) : settings.decimals();
    }
}
