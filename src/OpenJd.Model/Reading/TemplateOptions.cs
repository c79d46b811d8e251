using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>What a reader of templates allows.</summary>
public sealed record TemplateOptions
{
    /// <summary>The extensions that a template may ask for; all known ones by default.</summary>
    public IReadOnlyCollection<string> SupportedExtensions { get; init; } = ExtensionNames.Known;
}
