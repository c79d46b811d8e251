using OpenJd.Model.Documents;

namespace OpenJd.Fuzz.Templates;

/// <summary>Valid templates that together have every object and field of the specification.</summary>
public static class TemplateCorpus
{
    private const string Base = """
        specificationVersion: jobtemplate-2023-09
        $schema: https://example.com/schema.json
        name: "Render {{Param.A}}"
        description: A job
        parameterDefinitions:
        - {name: A, type: STRING, default: x, allowedValues: [x, y], minLength: 1, maxLength: 9,
           userInterface: {control: DROPDOWN_LIST, label: L, groupLabel: G}}
        - {name: P, type: PATH, objectType: FILE, dataFlow: IN, default: a.png,
           userInterface: {control: CHOOSE_INPUT_FILE, fileFilters: [{label: Images, patterns: ['*.png']}],
           fileFilterDefault: {label: All, patterns: ['*']}}}
        - {name: I, type: INT, default: 5, minValue: 1, maxValue: "10", userInterface: {singleStepDelta: 2}}
        - {name: F, type: FLOAT, default: 1.5, minValue: 0, userInterface: {decimals: 2, singleStepDelta: 0.5}}
        jobEnvironments:
        - name: E
          script:
            actions: {onEnter: {command: "{{Env.File.F}}"}, onExit: {command: bye, timeout: 5}}
            embeddedFiles: [{name: F, type: TEXT, filename: f.sh, runnable: true, data: "{{RawParam.P}}"}]
          variables: {V: "{{Param.P}}"}
        steps:
        - name: S
          dependencies: [{dependsOn: T}]
          stepEnvironments: [{name: SE, variables: {W: w}}]
          hostRequirements:
            amounts: [{name: amount.worker.vcpu, min: 1, max: 4}]
            attributes: [{name: attr.worker.os.family, anyOf: [linux, windows]}, {name: attr.x, allOf: [a]}]
          parameterSpace:
            taskParameterDefinitions:
            - {name: A, type: INT, range: "1-{{Param.I}}"}
            - {name: B, type: INT, range: [1, "2", 3]}
            - {name: C, type: FLOAT, range: [1.5, "2"]}
            - {name: D, type: PATH, range: ["{{RawParam.P}}"]}
            combination: (A, B) * C * D
          script:
            actions:
              onRun:
                command: run
                args: ["{{Task.Param.A}}", "{{Task.File.F}}"]
                cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 30}
            embeddedFiles: [{name: F, type: TEXT, data: "{{Session.WorkingDirectory}}"}]
        - {name: T, script: {actions: {onRun: {command: run, cancelation: {mode: TERMINATE}}}}}
        """;

    private const string Bundle = """
        specificationVersion: jobtemplate-2023-09
        extensions: [FEATURE_BUNDLE_1, EXPR, TASK_CHUNKING, REDACTED_ENV_VARS]
        name: "{{ Param.A.upper() }} {{ len(Param.L) }}"
        parameterDefinitions:
        - {name: A, type: string, default: x}
        - {name: B, type: BOOL, default: "yes", userInterface: {control: CHECK_BOX}}
        - {name: R, type: RANGE_EXPR, default: 1-10:2, minLength: 1, maxLength: 50}
        - {name: L, type: "LIST[STRING]", default: [a], item: {allowedValues: [a, b], minLength: 1, maxLength: 3}}
        - {name: Q, type: "LIST[PATH]", default: [a], objectType: FILE, dataFlow: OUT, item: {maxLength: 9}}
        - {name: N, type: "LIST[INT]", default: [1, 2], minLength: 1, maxLength: 5, item: {minValue: 0, maxValue: 9}}
        - {name: M, type: "LIST[FLOAT]", default: [1.5], item: {allowedValues: [1.5]}, userInterface: {decimals: 1}}
        - {name: O, type: "LIST[BOOL]", default: [true, "no"]}
        - {name: K, type: "LIST[LIST[INT]]", default: [[1], []], item: {maxLength: 2, item: {minValue: 1}}}
        steps:
        - name: S
          let: ["a = len(Param.L) + 1", "b = [x * 2 for x in Param.N]"]
          hostRequirements: {amounts: [{name: amount.worker.vcpu, min: "{{a}}"}]}
          parameterSpace:
            taskParameterDefinitions:
            - {name: T, type: "CHUNK[INT]", range: "{{Param.R}}", chunks: {defaultTaskCount: "{{a}}",
               targetRuntimeSeconds: 60, rangeConstraint: NONCONTIGUOUS}}
            - {name: U, type: STRING, range: "{{ Param.L }}"}
            combination: T * U
          bash:
            let: ["c = Task.Param.T"]
            args: ["{{c}}", "{{ null if Param.B else 'x' }}", "{{ ['a', 'b'] }}"]
            timeout: "{{ a * 10 }}"
            cancelation: {mode: "{{ 'TERMINATE' }}", notifyPeriodInSeconds: "{{ null }}"}
            script: "echo {{ apply_path_mapping('/a') }} {{Session.HasPathMappingRules}}"
        - name: U
          script:
            let: ["d = Task.File.F"]
            actions: {onRun: {command: "{{d}}", timeout: "5"}}
            embeddedFiles: [{name: F, type: TEXT, endOfLine: CRLF, data: "{{Step.Name}} {{Job.Name}}"}]
        """;

    private const string Wrap = """
        specificationVersion: environment-2023-09
        extensions: [WRAP_ACTIONS, EXPR, FEATURE_BUNDLE_1]
        parameterDefinitions: [{name: A, type: INT, default: 1}]
        environment:
          name: W
          script:
            let: ["e = Param.A"]
            actions:
              onEnter: {command: "{{e}}"}
              onWrapEnvEnter:
                {command: "{{WrappedAction.Command}}", args: ["{{WrappedAction.Args}}", "{{WrappedEnv.Name}}"]}
              onWrapTaskRun:
                command: "{{WrappedStep.Name}}"
                timeout: "{{WrappedAction.Timeout}}"
                cancelation:
                  mode: "{{WrappedAction.Cancelation.Mode}}"
                  notifyPeriodInSeconds: "{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}"
              onWrapEnvExit: {command: x, args: ["{{WrappedAction.Environment}}"]}
        """;

    // Block style, with all that YAML has beside: a directive, comments, anchors, aliases and tags.
    private const string Block = """
        %YAML 1.2
        ---
        # What the other templates have not.
        specificationVersion: !!str jobtemplate-2023-09
        extensions: [EXPR, WRAP_ACTIONS, FEATURE_BUNDLE_1]
        name: !!str 5
        parameterDefinitions:
        - name: S
          type: STRING
          default: "yes"
          allowedValues: ["yes", "no"]
          userInterface: {control: CHECK_BOX}
        - {name: T, type: STRING, default: a, userInterface: {control: MULTILINE_EDIT}}
        - {name: D, type: PATH, default: o, dataFlow: OUT, objectType: FILE, userInterface: {label: Out}}
        - {name: H, type: PATH, default: "", objectType: DIRECTORY, userInterface: {control: HIDDEN}}
        - {name: G, type: FLOAT, default: !!float 1, allowedValues: [1, 2.5], userInterface: {control: DROPDOWN_LIST}}
        - name: LP
          type: LIST[PATH]
          default: [s3://bucket/key]
          objectType: FILE
          userInterface: &filters
            fileFilters: [{label: a, patterns: [b]}]
            fileFilterDefault: {label: c, patterns: ["*"]}
        - {name: LQ, type: "LIST[PATH]", default: [], objectType: FILE, dataFlow: OUT, userInterface: *filters}
        - {name: LI, type: "LIST[INT]", default: [3], item: {allowedValues: [3]}, userInterface: {singleStepDelta: 0.5}}
        - {name: LF, type: "LIST[FLOAT]", default: [], item: {minValue: 0.5, maxValue: 1}, userInterface: {decimals: 0}}
        - {name: LB, type: "LIST[BOOL]", default: [0, 1.0], userInterface: {control: CHECK_BOX_LIST}}
        - {name: X, type: RANGE_EXPR, default: "1", userInterface: {control: LINE_EDIT}}
        jobEnvironments:
        - name: Outer
          script:
            actions:
              onWrapEnvEnter: &hook {command: c}
              onWrapTaskRun: *hook
              onWrapEnvExit: *hook
        - {name: Plain, script: {actions: {onEnter: {command: !!str true}}}}
        steps:
        - name: A
          stepEnvironments:
          - name: Inner
            script:
              let: ["v = Param.LI"]
              actions: {onEnter: {command: "{{Session.PathMappingRulesFile}} {{ v }}"}}
          hostRequirements:
            amounts: [{name: "{{ 'amount.a' }}", max: "{{ 2.5 }}"}]
            attributes: [{name: vendor:attr.a, anyOf: ["{{ ['x', 'y'] }}", "{{ null }}"]}]
          parameterSpace:
            taskParameterDefinitions:
            - {name: F, type: FLOAT, range: "{{ [1.5, 2] }}"}
            - {name: P, type: PATH, range: "{{ [RawParam.D] }}"}
            - {name: I, type: INT, range: ["{{ [1, 2] }}", "{{ null }}", 5]}
            combination: (F * P) * (I)
          python: {script: print(), args: [a], cancelation: {mode: NOTIFY_THEN_TERMINATE}}
        - name: B
          dependencies: [{dependsOn: A}, {dependsOn: C}]
          cmd: {script: echo, let: ["w = 1"]}
        - name: C
          dependencies: [{dependsOn: A}]
          node: {script: "0"}
        - name: D
          powershell:
            script: |
              Write-Output "{{ Param.X }} {{ Param.G }}"
            timeout: !!int 5
        ...
        """;

    /// <summary>The templates.</summary>
    public static IReadOnlyList<string> Texts { get; } = [Base, Bundle, Wrap, Block];

    /// <summary>The same, read.</summary>
    public static IReadOnlyList<DocumentNode> Trees { get; } = [.. Texts.Select(text => DocumentReader.Read(text))];
}
