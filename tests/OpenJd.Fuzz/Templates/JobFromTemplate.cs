using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;

namespace OpenJd.Fuzz.Templates;

/// <summary>Makes a job of a valid template, with values that fit or do not, and looks at its tasks.</summary>
internal static class JobFromTemplate
{
    private static readonly PathContext Paths = new("/templates", "/work");

    // Of the names and types that the changed templates have.
    private static readonly EnvironmentTemplate Around = TemplateReader.ReadEnvironmentTemplate("""
        specificationVersion: environment-2023-09
        extensions: [EXPR]
        parameterDefinitions:
        - {name: A, type: STRING, default: y, allowedValues: [y, x, z], minLength: 1, maxLength: 8}
        - {name: P, type: PATH, default: b, objectType: FILE}
        - {name: I, type: INT, default: 3, minValue: 2, maxValue: 9}
        - {name: F, type: FLOAT, default: 1.0, maxValue: 5}
        - {name: R, type: RANGE_EXPR, default: 1-3, maxLength: 9}
        - {name: N, type: "LIST[INT]", default: [1], maxLength: 4, item: {minValue: 1, allowedValues: [1, 2, 3]}}
        environment: {name: Around, variables: {V: "{{Param.A}}"}}
        """).Value ?? throw new FuzzException("The environment template around jobs is not valid.");

    /// <summary>Makes the job and its first and last tasks; what is refused has a message.</summary>
    public static void Make(DocumentNode document, Random random)
    {
        if (TemplateReader.ReadJobTemplateDocument(document).Value is not { } template) return;
        EnvironmentTemplate[] environments = random.Next(2) == 0 ? [] : [Around];
        var job = JobCreation.Create(template, Values(template, random), Paths, environments);
        if (job.Errors.FirstOrDefault(error => error.Message.Length == 0) is { } silent)
            throw new FuzzException($"The fault has no message: {silent}");
        foreach (var step in job.Value?.Steps ?? []) LookAt(ParameterSpace.Create(step.ParameterSpace));
    }

    private static Dictionary<string, DocumentNode> Values(JobTemplate template, Random random) =>
        template.ParameterDefinitions
            .Where(definition => definition.Default is null || random.Next(3) == 0)
            .ToDictionary(definition => definition.Name, _ => TreeMutation.Value(random), StringComparer.Ordinal);

    private static void LookAt(ParameterSpace space)
    {
        if (space.Length < 1) throw new FuzzException("A parameter space has no task.");
        foreach (var index in (long[])[0, space.Length / 2, space.Length - 1])
        {
            if (!space.Contains(space[index])) throw new FuzzException($"The space does not hold its task {index}.");
        }
    }
}
