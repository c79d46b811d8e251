using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>The fields of user interface hints by type. Source: template schemas §2.1 to §2.16.</summary>
internal static class UserInterfaceSchemas
{
    public const string DropDown = "DROPDOWN_LIST";

    private const int MaxFilters = 20;

    private static readonly ObjectSchema Filter = new(
        "A file filter",
        Required("label", TextSchemas.Label("A label")),
        Required("patterns", new ListSchema("patterns", FileFilterReader.Pattern)));

    // Hints are no constraints (§2): with the list types, which came later, all implementations take any text and any
    // number here, and so do we.
    private static readonly ObjectSchema ListFilter = new(
        "A file filter",
        Required("label", new TextSchema("A label", 0)),
        Required("patterns", new ListSchema("patterns", new TextSchema("A pattern", 0))));

    private static readonly FieldSchema ListDelta =
        Optional("singleStepDelta", new NumberSchema("singleStepDelta") { IsWhole = false });

    private static readonly ObjectSchema[] All = [.. Enum.GetValues<JobParameterType>().Select(SchemaOf)];

    /// <summary>The fields of one type's hints.</summary>
    public static ObjectSchema Of(JobParameterType type) => All[(int)type];

    private static ObjectSchema SchemaOf(JobParameterType type) => new(
        $"The userInterface of {(type == JobParameterType.Int ? "an" : "a")} {ParameterTypeNames.Of(type)} parameter",
        [
            Optional("control", new WordSchema("control", ControlsOf(type))),
            Optional("label", TextSchemas.Label("A label")),
            Optional("groupLabel", TextSchemas.Label("A group label")),
            .. FieldsOf(type),
        ]);

    private static string[] ControlsOf(JobParameterType type) => type switch
    {
        JobParameterType.String => ["LINE_EDIT", "MULTILINE_EDIT", DropDown, "CHECK_BOX", "HIDDEN"],
        JobParameterType.Path => ["CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE", "CHOOSE_DIRECTORY", DropDown, "HIDDEN"],
        JobParameterType.Int or JobParameterType.Float => ["SPIN_BOX", DropDown, "HIDDEN"],
        JobParameterType.Bool => ["CHECK_BOX", "HIDDEN"],
        JobParameterType.RangeExpr => ["LINE_EDIT", "HIDDEN"],
        JobParameterType.ListString => ["LINE_EDIT_LIST", "HIDDEN"],
        JobParameterType.ListPath =>
            ["CHOOSE_INPUT_FILE_LIST", "CHOOSE_OUTPUT_FILE_LIST", "CHOOSE_DIRECTORY_LIST", "HIDDEN"],
        JobParameterType.ListInt or JobParameterType.ListFloat => ["SPIN_BOX_LIST", "HIDDEN"],
        JobParameterType.ListBool => ["CHECK_BOX_LIST", "HIDDEN"],
        JobParameterType.ListListInt => ["HIDDEN"],
    };

    private static FieldSchema[] FieldsOf(JobParameterType type) => type switch
    {
        JobParameterType.Path => Filters(Filter),
        JobParameterType.ListPath => Filters(ListFilter),
        JobParameterType.Int => [Optional("singleStepDelta", new NumberSchema("singleStepDelta", 1))],
        JobParameterType.ListInt => [ListDelta],
        JobParameterType.ListFloat => [Optional("decimals", new NumberSchema("decimals", 0)), ListDelta],
        JobParameterType.Float =>
        [
            Optional("decimals", new NumberSchema("decimals", 0)),
            Optional(
                "singleStepDelta",
                new NumberSchema("singleStepDelta", 0, decimal.MaxValue) { IsWhole = false, IsAboveMin = true }),
        ],
        _ => [],
    };

    private static FieldSchema[] Filters(ObjectSchema filter) =>
    [
        Optional("fileFilters", new ListSchema("fileFilters", filter, MaxFilters)),
        Optional("fileFilterDefault", filter),
    ];
}
