return PolicyKit.App.PolicyTool.Run(args);
