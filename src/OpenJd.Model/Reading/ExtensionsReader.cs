using System.Text.RegularExpressions;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads the extensions that a template asks for. Source: template schemas §1.1 and §4.3.</summary>
internal static partial class ExtensionsReader
{
    private const string NamePattern = "[A-Z_0-9]{3,128}";

    public static readonly ListSchema Schema = new("extensions", new WordSchema("An extension", ExtensionNames.Known));

    /// <summary>Reads the list and tells the context.</summary>
    public static IReadOnlyList<string> Read(ObjectReader template)
    {
        var extensions = new List<string>();
        foreach (var item in template.Items("extensions"))
        {
            if (item.Text("An extension's name") is not { } name) continue;
            if (Fault(name, template.Context.Options) is { } fault) item.Error(fault);
            else if (extensions.Contains(name, StringComparer.Ordinal))
                item.Error($"The extension {name} occurs twice.");
            else extensions.Add(name);
        }

        if (extensions.Contains(ExtensionNames.WrapActions) && !extensions.Contains(ExtensionNames.Expr))
        {
            template["extensions"]?.Error(
                $"The extension {ExtensionNames.WrapActions} needs {ExtensionNames.Expr} too.");
        }

        template.Context.Use(extensions);
        return extensions;
    }

    private static string? Fault(string name, TemplateOptions options)
    {
        if (options.SupportedExtensions.Contains(name)) return null;
        if (!Name().IsMatch(name))
            return "An extension's name has 3 to 128 of the characters A to Z, 0 to 9 and _.";
        return ExtensionNames.Known.Contains(name, StringComparer.Ordinal)
            ? $"The extension {name} is not among those allowed here: {Listed(options)}."
            : $"There is no extension '{name}'.{NearestName.Suggest(name, ExtensionNames.Known)}";
    }

    private static string Listed(TemplateOptions options) =>
        options.SupportedExtensions.Count == 0 ? "none" : string.Join(", ", options.SupportedExtensions);

    [GeneratedRegex($@"^{NamePattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
