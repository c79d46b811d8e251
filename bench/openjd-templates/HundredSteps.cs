using System.Globalization;
using System.Text;

namespace OpenJd.Bench.Templates;

/// <summary>
/// A template of 100 steps in a chain, 2,106 lines: the kind that the reference implementation's figures are of.
/// </summary>
internal static class HundredSteps
{
    private const string Head = """
        specificationVersion: jobtemplate-2023-09
        extensions: [EXPR]
        name: Big {{Param.Shot}}
        parameterDefinitions:
        - {name: Shot, type: STRING, default: s1}
        - {name: First, type: INT, default: 1}
        - {name: Last, type: INT, default: 100}
        steps:

        """;

    private const string Script = """
          parameterSpace:
            taskParameterDefinitions:
            - name: Frame
              type: INT
              range: '{{Param.First}}-{{Param.Last}}'
          script:
            actions:
              onRun:
                command: bash
                args:
                - '{{Task.File.Run}}'
                - '{{ Task.Param.Frame * 2 + Param.First }}'
                - '{{Param.Shot}}'
            embeddedFiles:
            - name: Run
              type: TEXT
              data: |
                echo '{{Task.Param.Frame}}'

        """;

    /// <summary>The YAML text.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 100; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- name: Step{i}\n");
            if (i > 0) text.Append(CultureInfo.InvariantCulture, $"  dependencies:\n  - dependsOn: Step{i - 1}\n");
            text.Append(Script);
        }

        return text.ToString();
    }
}
