using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads definitions of task parameters. Source: template schemas §3.4.1.</summary>
internal static class TaskParameterReader
{
    private const int MaxRangeItems = 1024;

    private static readonly TextSchema Name = TextSchemas.Identifier("A task parameter's name");
    private static readonly TextSchema Range = new("range", 1) { IsFormat = true };
    private static readonly ListSchema AnyList = new("range", new AnySchema(), MaxRangeItems);
    private static readonly ObjectSchema[] Schemas = [.. Enum.GetValues<TaskParameterType>().Select(SchemaOf)];

    /// <summary>All kinds of task parameter.</summary>
    public static readonly ChoiceSchema Choice = new(Schemas);

    private static readonly WordSchema Types = new(
        "A task parameter's type", [.. Enum.GetValues<TaskParameterType>().Select(ParameterTypeNames.Of)])
    {
        IgnoresCaseWithExpr = true,
    };

    private static readonly ObjectSchema AnyType = new(
        "A task parameter",
        Required("name", Name),
        Required("type", Types),
        Required("range", new AnySchema()),
        new FieldSchema("chunks", ChunksReader.Schema) { Extension = ExtensionNames.TaskChunking });

    public static TaskParameterTemplate? Read(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, AnyType) is not { } reader) return null;
        var (name, type) = (reader.Text("name"), ReadType(reader));
        var isChunked = type == TaskParameterType.ChunkInt;
        var chunks = reader["chunks"] is { } chunksField && type is not null
            ? ReadChunks(chunksField, isChunked, scope)
            : null;
        if (isChunked && reader["chunks"] is null) reader.Error("A CHUNK[INT] parameter needs the field 'chunks'.");
        return type is not { } known || reader["range"] is not { } range
            ? null
            : ReadRange(range, known, scope) with { Name = name ?? "", Chunks = chunks };
    }

    private static ObjectSchema SchemaOf(TaskParameterType type)
    {
        var item = new TextSchema("A value", type == TaskParameterType.String ? 0 : 1, 1024) { IsFormat = true };
        var number = new NumberSchema("A value")
        {
            IsWhole = type != TaskParameterType.Float,
            Text = NumberText.Always,
        };
        var isNumber = type is TaskParameterType.Int or TaskParameterType.Float or TaskParameterType.ChunkInt;
        var list = new ListSchema("range", isNumber ? number : item, MaxRangeItems);
        IReadOnlyList<FieldSchema> fields =
        [
            Required("name", Name),
            Required("type", new WordSchema("type", ParameterTypeNames.Of(type)) { IgnoresCaseWithExpr = true }),
            Required("range", new ChoiceSchema(list, Range)),
        ];
        return new ObjectSchema(
            "A task parameter",
            type == TaskParameterType.ChunkInt ? [.. fields, Required("chunks", ChunksReader.Schema)] : fields);
    }

    private static TaskParameterType? ReadType(ObjectReader reader)
    {
        if (reader.Word("type") is not { } word) return null;
        var type = ParameterTypeNames.ParseTaskType(word);
        if (type != TaskParameterType.ChunkInt || reader.Context.Has(ExtensionNames.TaskChunking)) return type;
        reader["type"]?.Error(
            $"The type CHUNK[INT] needs the extension {ExtensionNames.TaskChunking} in the template's 'extensions'.");
        return null;
    }

    private static ChunksTemplate? ReadChunks(Field field, bool isChunked, SymbolScope scope)
    {
        if (isChunked) return ChunksReader.Read(field, scope);
        field.Error("The field 'chunks' belongs to a CHUNK[INT] parameter.");
        return null;
    }

    private static TaskParameterTemplate ReadRange(Field field, TaskParameterType type, SymbolScope scope)
    {
        if (field.Node is not ScalarNode { Kind: ScalarKind.String })
            return new TaskParameterTemplate("", type, ReadList(field, type, scope), null);
        var isInt = type is TaskParameterType.Int or TaskParameterType.ChunkInt;
        if (!isInt && !field.Context.HasExpr)
        {
            field.Error(
                $"The range of a {ParameterTypeNames.Of(type)} parameter must be a list; "
                + $"one expression for it needs the extension {ExtensionNames.Expr} in the template's 'extensions'.");
            return new TaskParameterTemplate("", type, [], null);
        }

        if (field.Text(Range.What) is not { } text
            || FormatReader.Parse(field, text, scope, TargetTypes.Range(type)) is not var (range, value))
        {
            return new TaskParameterTemplate("", type, [], null);
        }

        if (RangeFault(type, range, value) is { } fault) field.Error(fault);
        return new TaskParameterTemplate("", type, null, range);
    }

    private static string? RangeFault(TaskParameterType type, TemplateString range, ExpressionValue value)
    {
        var isInt = type is TaskParameterType.Int or TaskParameterType.ChunkInt;
        if (!isInt && !range.Format.IsSingleExpression)
            return $"The range of a {ParameterTypeNames.Of(type)} parameter must be a list or an expression for one.";
        return value switch
        {
            ListValue { Count: 0 } => "range must have at least 1 element.",
            ListValue { Count: > MaxRangeItems } list =>
                $"range has {list.Count} elements; {MaxRangeItems} are the most.",
            StringValue text => TaskParameterRules.RangeFault(text.Text),
            _ => null,
        };
    }

    private static List<TemplateString> ReadList(Field field, TaskParameterType type, SymbolScope scope)
    {
        var values = new List<TemplateString>();
        foreach (var item in field.Items(AnyList))
        {
            if (ReadItem(item, type, scope) is not var (format, value)) continue;
            values.Add(format);
            IEnumerable<ExpressionValue> all = value is ListValue list ? list : [value];
            foreach (var one in all)
            {
                if (one is UnresolvedValue or NullValue) continue;
                TaskParameterRules.Value(type, one.Text, out var fault);
                if (fault is not null) item.Error(fault);
            }
        }

        return values;
    }

    private static (TemplateString Format, ExpressionValue Value)? ReadItem(
        Field item, TaskParameterType type, SymbolScope scope)
    {
        var takesNumber = type is TaskParameterType.Int or TaskParameterType.Float or TaskParameterType.ChunkInt;
        if (takesNumber && item.Node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number)
            return (FormatReader.Literal(number.Text, item), new StringValue(number.Text));
        var article = type == TaskParameterType.Int ? "an" : "a";
        var what = $"A value of {article} {ParameterTypeNames.Of(type)} range";
        return item.Text(what) is { } text
            ? FormatReader.Parse(item, text, scope, TargetTypes.RangeItem(type))
            : null;
    }
}
