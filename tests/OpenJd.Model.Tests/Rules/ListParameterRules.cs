using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §2.9 to §2.16.</summary>
internal static class ListParameterRules
{
    public static Rule[] All { get; } =
    [
        new("§2.9 BOOL needs EXPR", Of("BOOL"), Parameter("type: BOOL"), "The type BOOL needs the extension EXPR"),
        new(
            "§2.9 BOOL takes words in any case",
            Of("BOOL, default: 'YES'"),
            Of("BOOL, default: 'y'"),
            "is not true or false"),
        new("§2.9 BOOL takes 1 and 0", Of("BOOL, default: 1.0"), Of("BOOL, default: 2"), "is not true or false"),
        new(
            "§2.9 BOOL has no allowed values",
            Of("BOOL"),
            Of("BOOL, allowedValues: [true]"),
            "has no field 'allowedValues'"),
        new(
            "§2.9.4 BOOL has its controls",
            Of("BOOL, userInterface: {control: CHECK_BOX}"),
            Of("BOOL, userInterface: {control: LINE_EDIT}"),
            "control cannot be 'LINE_EDIT'"),
        new(
            "§2.10.3 a RANGE_EXPR's default is a range",
            Of("RANGE_EXPR, default: '1-10:2,20'"),
            Of("RANGE_EXPR, default: '1-5,3'"),
            "is not a range of whole numbers"),
        new(
            "§2.10.4 minLength is 1 or more",
            Of("RANGE_EXPR, minLength: 1"),
            Of("RANGE_EXPR, minLength: 0"),
            "minLength cannot be 0"),
        new(
            "§2.10.5 maxLength bounds a default",
            Of("RANGE_EXPR, default: '1-5', maxLength: 3"),
            Of("RANGE_EXPR, default: '1-10', maxLength: 3"),
            "3 are the most"),
        new(
            "§2.11 a LIST[STRING]'s default is a list",
            Of("'LIST[STRING]', default: [a]"),
            Of("'LIST[STRING]', default: a"),
            "a list of texts"),
        new(
            "§2.11 items are texts",
            Of("'LIST[STRING]', default: ['5']"),
            Of("'LIST[STRING]', default: [5]"),
            "Item 0: "),
        new(
            "§2.11.4 minLength bounds the items",
            Of("'LIST[STRING]', default: [a], minLength: 1"),
            Of("'LIST[STRING]', default: [], minLength: 1"),
            "The list has 0 items; 1 are the fewest."),
        new(
            "§2.11.4 maxLength bounds the items",
            Of("'LIST[STRING]', default: [a], maxLength: 1"),
            Of("'LIST[STRING]', default: [a, b], maxLength: 1"),
            "The list has 2 items; 1 are the most."),
        new(
            "§2.11.4 minLength is not above maxLength",
            Of("'LIST[STRING]', minLength: 1, maxLength: 1"),
            Of("'LIST[STRING]', minLength: 2, maxLength: 1"),
            "minLength 2 is above maxLength 1."),
        new(
            "§2.11.5 items are of the allowed values",
            Of("'LIST[STRING]', default: [a], item: {allowedValues: [a]}"),
            Of("'LIST[STRING]', default: [b], item: {allowedValues: [a]}"),
            "is not one of the allowed: a."),
        new(
            "§2.11.5 items have minLength",
            Of("'LIST[STRING]', default: [ab], item: {minLength: 2}"),
            Of("'LIST[STRING]', default: [a], item: {minLength: 2}"),
            "2 are the fewest"),
        new(
            "§2.11.5 items have maxLength",
            Of("'LIST[STRING]', default: [a], item: {maxLength: 1}"),
            Of("'LIST[STRING]', default: [ab], item: {maxLength: 1}"),
            "1 are the most"),
        new(
            "§2.11.5 item bounds are in order",
            Of("'LIST[STRING]', item: {minLength: 1, maxLength: 1}"),
            Of("'LIST[STRING]', item: {minLength: 2, maxLength: 1}"),
            "minLength 2 is above maxLength 1."),
        new(
            "§2.11 a LIST[STRING] has its controls",
            Of("'LIST[STRING]', userInterface: {control: LINE_EDIT_LIST}"),
            Of("'LIST[STRING]', userInterface: {control: DROPDOWN_LIST}"),
            "control cannot be 'DROPDOWN_LIST'"),
        new(
            "§2.12 a LIST[PATH] has an objectType",
            Of("'LIST[PATH]', objectType: FILE, default: [a]"),
            Of("'LIST[PATH]', objectType: LINK"),
            "objectType cannot be 'LINK'"),
        new(
            "§2.12 a LIST[PATH] has a dataFlow",
            Of("'LIST[PATH]', dataFlow: OUT"),
            Of("'LIST[PATH]', dataFlow: UP"),
            "dataFlow cannot be 'UP'"),
        new(
            "§2.12.8 filters belong to file controls",
            Of("'LIST[PATH]', objectType: FILE, userInterface: {fileFilters: [{label: L, patterns: ['*']}]}"),
            Of("'LIST[PATH]', userInterface: {fileFilters: [{label: L, patterns: ['*']}]}"),
            "fileFilters belongs to the control"),
        new(
            "§2.13 a LIST[INT] holds whole numbers",
            Of("'LIST[INT]', default: [1]"),
            Of("'LIST[INT]', default: [1.5]"),
            "Item 0: "),
        new(
            "§2.13.5 items have minValue",
            Of("'LIST[INT]', default: [1], item: {minValue: 1}"),
            Of("'LIST[INT]', default: [0], item: {minValue: 1}"),
            "The value 0 is below minValue 1."),
        new(
            "§2.13.5 items have maxValue",
            Of("'LIST[INT]', default: [1], item: {maxValue: 1}"),
            Of("'LIST[INT]', default: [2], item: {maxValue: 1}"),
            "The value 2 is above maxValue 1."),
        new(
            "§2.13 a LIST[INT] has no allowedValues of its own",
            Of("'LIST[INT]', item: {allowedValues: [1]}"),
            Of("'LIST[INT]', allowedValues: [[1]]"),
            "has no field 'allowedValues'"),
        new(
            "§2.14 a LIST[FLOAT] holds finite numbers",
            Of("'LIST[FLOAT]', default: [1, 2.5]"),
            Of("'LIST[FLOAT]', default: [.nan]"),
            "Item 0: "),
        new(
            "§2.14.6 decimals is 0 or more",
            Of("'LIST[FLOAT]', userInterface: {decimals: 0}"),
            Of("'LIST[FLOAT]', userInterface: {decimals: -1}"),
            "decimals cannot be -1"),
        new(
            "§2.15 a LIST[BOOL] holds truth values",
            Of("'LIST[BOOL]', default: [true, 'no', 1]"),
            Of("'LIST[BOOL]', default: ['maybe']"),
            "Item 0: "),
        new(
            "§2.15 a LIST[BOOL] has no item constraints",
            Of("'LIST[BOOL]', maxLength: 1"),
            Of("'LIST[BOOL]', item: {}"),
            "has no field 'item'"),
        new(
            "§2.16 a LIST[LIST[INT]] holds lists",
            Of("'LIST[LIST[INT]]', default: [[1], []]"),
            Of("'LIST[LIST[INT]]', default: [1]"),
            "Item 0: "),
        new(
            "§2.16.5 inner lists have maxLength",
            Of("'LIST[LIST[INT]]', default: [[1]], item: {maxLength: 1}"),
            Of("'LIST[LIST[INT]]', default: [[1, 2]], item: {maxLength: 1}"),
            "1 are the most"),
        new(
            "§2.16.5 inner numbers have minValue",
            Of("'LIST[LIST[INT]]', default: [[1]], item: {item: {minValue: 1}}"),
            Of("'LIST[LIST[INT]]', default: [[0]], item: {item: {minValue: 1}}"),
            "below minValue 1"),
        new(
            "§2.16.6 HIDDEN is the only control",
            Of("'LIST[LIST[INT]]', userInterface: {control: HIDDEN}"),
            Of("'LIST[LIST[INT]]', userInterface: {control: SPIN_BOX_LIST}"),
            "control cannot be 'SPIN_BOX_LIST'"),
        new(
            "§2.10.4 minLength bounds a range as it is written",
            Of("RANGE_EXPR, default: '1,2', minLength: 3"),
            Of("RANGE_EXPR, default: '1', minLength: 3"),
            "3 are the fewest"),
        new(
            "§2.10.5 maxLength bounds a range as it is written",
            Of("RANGE_EXPR, default: '1,2,3', maxLength: 5"),
            Of("RANGE_EXPR, default: '1,2,3', maxLength: 4"),
            "4 are the most"),
        new(
            "§2.10.5 a range has up to 1024 characters without maxLength",
            Of($"RANGE_EXPR, default: '1{Blanks(1021)}-5'"),
            Of($"RANGE_EXPR, default: '1{Blanks(1022)}-5'"),
            "has 1025 characters; 1024 are the most."),
        new(
            "§2.10.5 maxLength allows longer ranges",
            Of($"RANGE_EXPR, default: '1{Blanks(1022)}-5', maxLength: 1025"),
            Of($"RANGE_EXPR, default: '1{Blanks(1023)}-5', maxLength: 1025"),
            "1025 are the most."),
        new(
            "§2.12.6 minLength bounds the paths",
            Of("'LIST[PATH]', default: [a], minLength: 1"),
            Of("'LIST[PATH]', default: [], minLength: 1"),
            "1 are the fewest"),
        new(
            "§2.12.6 maxLength bounds the paths",
            Of("'LIST[PATH]', default: [a], maxLength: 1"),
            Of("'LIST[PATH]', default: [a, b], maxLength: 1"),
            "1 are the most"),
        new(
            "§2.12.7 paths are of the allowed values",
            Of("'LIST[PATH]', default: [/a], item: {allowedValues: [/a]}"),
            Of("'LIST[PATH]', default: [/b], item: {allowedValues: [/a]}"),
            "is not one of the allowed: /a."),
        new(
            "§2.12.7 paths have maxLength",
            Of("'LIST[PATH]', default: [ab], item: {maxLength: 2}"),
            Of("'LIST[PATH]', default: [abc], item: {maxLength: 2}"),
            "2 are the most"),
        new(
            "§2.13.4 minLength bounds the numbers",
            Of("'LIST[INT]', default: [1], minLength: 1"),
            Of("'LIST[INT]', default: [], minLength: 1"),
            "1 are the fewest"),
        new(
            "§2.13.4 maxLength bounds the numbers",
            Of("'LIST[INT]', default: [1], maxLength: 1"),
            Of("'LIST[INT]', default: [1, 2], maxLength: 1"),
            "1 are the most"),
        new(
            "§2.13.5 numbers are of the allowed values",
            Of("'LIST[INT]', default: [1], item: {allowedValues: [1]}"),
            Of("'LIST[INT]', default: [2], item: {allowedValues: [1]}"),
            "is not one of the allowed: 1."),
        new(
            "§2.13.5 bounds of numbers are in order",
            Of("'LIST[INT]', item: {minValue: 1, maxValue: 1}"),
            Of("'LIST[INT]', item: {minValue: 2, maxValue: 1}"),
            "minValue 2 is above maxValue 1."),
        new(
            "§2.14.4 minLength bounds the decimal numbers",
            Of("'LIST[FLOAT]', default: [1.5], minLength: 1"),
            Of("'LIST[FLOAT]', default: [], minLength: 1"),
            "1 are the fewest"),
        new(
            "§2.14.4 maxLength bounds the decimal numbers",
            Of("'LIST[FLOAT]', default: [1.5], maxLength: 1"),
            Of("'LIST[FLOAT]', default: [1.5, 2], maxLength: 1"),
            "1 are the most"),
        new(
            "§2.14.5 decimal numbers are of the allowed values",
            Of("'LIST[FLOAT]', default: [1.5], item: {allowedValues: [1.5]}"),
            Of("'LIST[FLOAT]', default: [2.5], item: {allowedValues: [1.5]}"),
            "is not one of the allowed: 1.5."),
        new(
            "§2.14.5 decimal numbers have minValue",
            Of("'LIST[FLOAT]', default: [0.5], item: {minValue: 0.5}"),
            Of("'LIST[FLOAT]', default: [0.4], item: {minValue: 0.5}"),
            "below minValue 0.5"),
        new(
            "§2.14.5 decimal numbers have maxValue",
            Of("'LIST[FLOAT]', default: [0.5], item: {maxValue: 0.5}"),
            Of("'LIST[FLOAT]', default: [0.6], item: {maxValue: 0.5}"),
            "above maxValue 0.5"),
        new(
            "§2.15.4 minLength bounds the truth values",
            Of("'LIST[BOOL]', default: [true], minLength: 1"),
            Of("'LIST[BOOL]', default: [], minLength: 1"),
            "1 are the fewest"),
        new(
            "§2.15.4 maxLength bounds the truth values",
            Of("'LIST[BOOL]', default: [true], maxLength: 1"),
            Of("'LIST[BOOL]', default: [true, false], maxLength: 1"),
            "1 are the most"),
        new(
            "§2.16.4 minLength bounds the inner lists",
            Of("'LIST[LIST[INT]]', default: [[]], minLength: 1"),
            Of("'LIST[LIST[INT]]', default: [], minLength: 1"),
            "1 are the fewest"),
        new(
            "§2.16.4 maxLength bounds the inner lists",
            Of("'LIST[LIST[INT]]', default: [[]], maxLength: 1"),
            Of("'LIST[LIST[INT]]', default: [[], []], maxLength: 1"),
            "1 are the most"),
        new(
            "§2.16.5 inner lists have minLength",
            Of("'LIST[LIST[INT]]', default: [[1]], item: {minLength: 1}"),
            Of("'LIST[LIST[INT]]', default: [[]], item: {minLength: 1}"),
            "1 are the fewest"),
        new(
            "§2.16.5 inner numbers have maxValue",
            Of("'LIST[LIST[INT]]', default: [[1]], item: {item: {maxValue: 1}}"),
            Of("'LIST[LIST[INT]]', default: [[2]], item: {item: {maxValue: 1}}"),
            "above maxValue 1"),
        new(
            "§2.16.5 inner numbers are of the allowed values",
            Of("'LIST[LIST[INT]]', default: [[1]], item: {item: {allowedValues: [1]}}"),
            Of("'LIST[LIST[INT]]', default: [[2]], item: {item: {allowedValues: [1]}}"),
            "is not one of the allowed: 1."),
    ];

    private static string Blanks(int count) => new(' ', count);

    private static string Of(string type) => Expr + Parameter($"type: {type}");
}
