using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>The fields of job parameter definitions by type. Source: template schemas §2.</summary>
internal static class ParameterSchemas
{
    private const JobParameterType FirstWithExpr = JobParameterType.Bool;

    private static readonly WordSchema ObjectType = new("objectType", "FILE", "DIRECTORY");
    private static readonly WordSchema DataFlow = new("dataFlow", "NONE", "IN", "OUT", "INOUT");
    private static readonly ObjectSchema[] All = [.. Enum.GetValues<JobParameterType>().Select(SchemaOf)];

    /// <summary>All types' names.</summary>
    public static readonly WordSchema Types = TypeWord([.. Enum.GetValues<JobParameterType>()]);

    /// <summary>The names of the types that need no extension.</summary>
    public static readonly WordSchema BaseTypes =
        TypeWord([.. Enum.GetValues<JobParameterType>().Where(type => !NeedsExpr(type))]);

    /// <summary>All kinds of definition.</summary>
    public static readonly ChoiceSchema Choice = new(All);

    /// <summary>The fields of one type's definitions.</summary>
    public static ObjectSchema Of(JobParameterType type) => All[(int)type];

    /// <summary>Whether a type needs the extension EXPR.</summary>
    public static bool NeedsExpr(JobParameterType type) => type >= FirstWithExpr;

    private static ObjectSchema SchemaOf(JobParameterType type) => new(
        $"{(type == JobParameterType.Int ? "An" : "A")} {ParameterTypeNames.Of(type)} parameter",
        [
            Required("name", TextSchemas.Identifier("A parameter's name")),
            Required("type", TypeWord([type])),
            Optional("description", TextSchemas.Description),
            Optional("default", new ParameterValueSchema(type)),
            .. ConstraintsOf(type),
            Optional("userInterface", UserInterfaceSchemas.Of(type)),
        ]);

    private static FieldSchema[] ConstraintsOf(JobParameterType type) => type switch
    {
        JobParameterType.String => [Allowed(type), .. Lengths(0, 1)],
        JobParameterType.Path => [Allowed(type), .. Lengths(0, 1), .. PathFields],
        JobParameterType.Int or JobParameterType.Float => [Allowed(type), .. Values(type)],
        JobParameterType.Bool => [],
        JobParameterType.RangeExpr => Lengths(1, 1),
        JobParameterType.ListString => [.. Lengths(0, 0), Item([Allowed(JobParameterType.String), .. Lengths(0, 0)])],
        JobParameterType.ListPath =>
            [.. Lengths(0, 0), .. PathFields, Item([Allowed(JobParameterType.Path), .. Lengths(0, 0)])],
        JobParameterType.ListInt => [.. Lengths(0, 0), NumberItem(JobParameterType.Int)],
        JobParameterType.ListFloat => [.. Lengths(0, 0), NumberItem(JobParameterType.Float)],
        JobParameterType.ListBool => Lengths(0, 0),
        JobParameterType.ListListInt => [.. Lengths(0, 0), Item([.. Lengths(0, 0), NumberItem(JobParameterType.Int)])],
    };

    private static FieldSchema[] PathFields => [Optional("objectType", ObjectType), Optional("dataFlow", DataFlow)];

    private static FieldSchema[] Lengths(long fewest, long most) =>
    [
        Optional("minLength", new NumberSchema("minLength", fewest)),
        Optional("maxLength", new NumberSchema("maxLength", most)),
    ];

    private static FieldSchema[] Values(JobParameterType type) =>
    [
        Optional("minValue", new ParameterValueSchema(type)), Optional("maxValue", new ParameterValueSchema(type)),
    ];

    private static FieldSchema Allowed(JobParameterType type) =>
        Optional("allowedValues", new ListSchema("allowedValues", new ParameterValueSchema(type)));

    private static FieldSchema NumberItem(JobParameterType type) => Item([Allowed(type), .. Values(type)]);

    private static FieldSchema Item(IReadOnlyList<FieldSchema> fields) =>
        Optional("item", new ObjectSchema("An item constraint", fields));

    private static WordSchema TypeWord(IReadOnlyList<JobParameterType> types) =>
        new("A parameter's type", [.. types.Select(ParameterTypeNames.Of)]) { IgnoresCaseWithExpr = true };
}
