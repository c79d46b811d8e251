namespace OpenJd.Model.Parameters;

/// <summary>The directories that relative PATH values are joined to. Source: template schemas §2.2.</summary>
/// <param name="TemplateDirectory">The absolute directory of the job template, for defaults.</param>
/// <param name="WorkingDirectory">The submitter's absolute working directory, for given values.</param>
public sealed record PathContext(string TemplateDirectory, string WorkingDirectory);
