namespace OpenJd.Model.Reading;

/// <summary>What a reader of templates allows.</summary>
public sealed record TemplateOptions
{
    /// <summary>The extensions that a template may ask for; none by default.</summary>
    public IReadOnlyCollection<string> SupportedExtensions { get; init; } = [];
}
