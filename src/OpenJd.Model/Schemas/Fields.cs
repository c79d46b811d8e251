using OpenJd.Model.Templates;

namespace OpenJd.Model.Schemas;

/// <summary>Short ways to write tables of fields.</summary>
internal static class Fields
{
    public static FieldSchema Required(string name, ValueSchema value) => new(name, value) { IsRequired = true };

    public static FieldSchema Optional(string name, ValueSchema value) => new(name, value);

    public static FieldSchema WithExpr(string name, ValueSchema value) =>
        new(name, value) { Extension = ExtensionNames.Expr };

    public static FieldSchema WithFeatureBundle1(string name, ValueSchema value) =>
        new(name, value) { Extension = ExtensionNames.FeatureBundle1 };

    public static FieldSchema WithWrapActions(string name, ValueSchema value) =>
        new(name, value) { Extension = ExtensionNames.WrapActions };
}
